package shelfwise.ui.pipelines.look;

/** What can be done with an output from elsewhere than the canvas. */
public interface Peek {
    /** Opens its step's view with it. */
    void open(PortRef ref);

    /** Pins its preview, or takes it off. */
    void pin(PortRef ref);
}
