package shelfwise;

/** Where the program starts: a class of its own, so that JavaFX may run from the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("Shelfwise " + String.join(" ", args));
    }
}
