package shelfwise.export.picture;

import java.util.List;

/** The colours of a picture, those of the window: for light paper or a dark page. */
public enum Theme {
    LIGHT("#f6f8fa", "#ffffff", "#d0d7de", "#24292f", "#57606a", "#6e7781", "#eaeef2", "#fff8c5", "#d4a72c", "#cf222e"),
    DARK("#0d1117", "#161b22", "#30363d", "#e6edf3", "#9da7b3", "#7d8590", "#1c2128", "#2e2a1f", "#9e6a03", "#f85149");

    private static final List<String> CATEGORIES = List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442");
    final String ground, box, border, text, muted, link, frame, note, noteBorder, danger;

    Theme(String ground, String box, String border, String text, String muted, String link, String frame, String note, String noteBorder, String danger) {
        this.ground = ground;
        this.box = box;
        this.border = border;
        this.text = text;
        this.muted = muted;
        this.link = link;
        this.frame = frame;
        this.note = note;
        this.noteBorder = noteBorder;
        this.danger = danger;
    }

    /** The hue of a category in Okabe and Ito's order; the colour of words for the eighth. */
    String category(int index) {
        return index >= 0 && index < CATEGORIES.size() ? CATEGORIES.get(index) : text;
    }
}
