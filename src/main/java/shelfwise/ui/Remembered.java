package shelfwise.ui;

import java.util.HashMap;
import java.util.Map;

/** Small settings of the window kept between sessions: language, theme, sizes, folds. */
public interface Remembered {
    String get(String key, String otherwise);

    void put(String key, String value);

    /** Forgets at the end: for tests. */
    static Remembered inMemory() {
        return new Remembered() {
            private final Map<String, String> values = new HashMap<>();

            @Override public String get(String key, String otherwise) {
                return values.getOrDefault(key, otherwise);
            }

            @Override public void put(String key, String value) {
                values.put(key, value);
            }
        };
    }
}
