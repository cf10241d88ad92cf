package shelfwise.app.template;

import java.util.Locale;
import shelfwise.base.Named;

/** The tables that templates work on. The catalogue may be the events' own table: an item's title stands in each of its rows then. */
public enum Source implements Named {
    EVENTS, CATALOGUE;

    /** The word used in files and on the command line: {@code events}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override public String nameKey() {
        return "template.source." + word();
    }
}
