package shelfwise.ui.pipelines.look;

/** An output of a step of the pipeline shown. */
public record PortRef(String node, String port) { }
