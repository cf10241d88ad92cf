package shelfwise.app.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the analyst chose for a template.
 *
 * @param name    of the pipeline to be made
 * @param assets  the asset of each table; without one for the catalogue, or with the events' own, the events tell of the items
 * @param columns those that fill each slot; a slot that is not there is left empty
 */
public record Choices(String name, Map<Source, String> assets, Map<Slot, List<String>> columns) {
    public Choices {
        assets = Map.copyOf(assets);
        var copy = new LinkedHashMap<Slot, List<String>>();
        columns.forEach((slot, names) -> {
            if (!names.isEmpty()) copy.put(slot, List.copyOf(names));
        });
        columns = Map.copyOf(copy);
    }

    public Optional<String> asset(Source source) {
        return Optional.ofNullable(assets.get(source));
    }

    /** Whether the catalogue is a table of its own. */
    public boolean ownCatalogue() {
        return assets.containsKey(Source.CATALOGUE) && !assets.get(Source.CATALOGUE).equals(assets.get(Source.EVENTS));
    }

    public List<String> columns(Slot slot) {
        return columns.getOrDefault(slot, List.of());
    }

    public boolean fills(Slot slot) {
        return columns.containsKey(slot);
    }

    public Choices withName(String newName) {
        return new Choices(newName, assets, columns);
    }

    /** With other columns in a slot; none empties it. */
    public Choices with(Slot slot, List<String> names) {
        var changed = new LinkedHashMap<>(columns);
        changed.put(slot, names);
        return new Choices(name, assets, changed);
    }

    /** The columns that fill two slots of one table, each once. */
    List<String> twice() {
        var seen = new ArrayList<String>();
        var twice = new ArrayList<String>();
        columns.forEach((slot, names) -> names.forEach(n -> {
            String where = asset(ownCatalogue() ? slot.source() : Source.EVENTS).orElse("") + "\n" + n;
            if (seen.contains(where) && !twice.contains(n)) twice.add(n);
            seen.add(where);
        }));
        return twice;
    }
}
