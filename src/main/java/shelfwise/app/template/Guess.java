package shelfwise.app.template;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shelfwise.data.AssetKind;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.ingest.NameRoles;
import shelfwise.store.AssetInfo;

/** What a template would be filled with if nobody said otherwise: assets by their kind and roles, columns by their roles and names. */
final class Guess {
    private final Template template;
    private final List<AssetInfo> assets;

    Guess(Template template, List<AssetInfo> assets) {
        this.template = template;
        this.assets = assets;
    }

    Map<Source, String> tables() {
        var found = new EnumMap<Source, String>(Source.class);
        Optional<AssetInfo> events = assets.stream().max(Comparator.<AssetInfo>comparingInt(a -> needsMet(a))
                .thenComparing(a -> a.kind() == AssetKind.INTERACTIONS).thenComparingInt(a -> filled(a, Source.EVENTS)).thenComparingLong(a -> a.latest().rows()));
        if (events.isEmpty()) return found;
        found.put(Source.EVENTS, events.get().name());
        catalogue(events.get()).ifPresent(c -> found.put(Source.CATALOGUE, c.name()));
        return found;
    }

    /** A catalogue of its own if one tells more of items than the events do. */
    private Optional<AssetInfo> catalogue(AssetInfo events) {
        if (template.slots(Source.CATALOGUE).isEmpty()) return Optional.empty();
        return assets.stream().filter(a -> a.kind() == AssetKind.CATALOGUE && a.latest().schema().find(Role.ITEM).isPresent())
                .max(Comparator.comparingInt(a -> filled(a, Source.CATALOGUE))).filter(a -> told(a) > told(events));
    }

    private int told(AssetInfo asset) {
        Map<Slot, List<String>> found = columns(asset.latest().schema(), template.slots(Source.CATALOGUE));
        return (int) found.keySet().stream().filter(s -> s.role() != Role.ITEM).count();
    }

    private int filled(AssetInfo asset, Source source) {
        return columns(asset.latest().schema(), template.slots(source)).size();
    }

    private int needsMet(AssetInfo asset) {
        Map<Slot, List<String>> found = columns(asset.latest().schema(), template.slots(Source.EVENTS));
        return (int) template.needs().stream().filter(n -> n.anyOf().stream().anyMatch(found::containsKey)).count();
    }

    /** The columns for the slots of {@code tables}. */
    Map<Slot, List<String>> columns(Map<Source, String> tables) {
        var found = new LinkedHashMap<Slot, List<String>>();
        boolean own = tables.containsKey(Source.CATALOGUE) && !tables.get(Source.CATALOGUE).equals(tables.get(Source.EVENTS));
        if (!own) schema(tables.get(Source.EVENTS)).ifPresent(s -> found.putAll(columns(s, template.slots().stream().filter(Guess::notTheCataloguesItem).toList())));
        else for (Source source : Source.values()) schema(tables.get(source)).ifPresent(s -> found.putAll(columns(s, template.slots(source))));
        return found;
    }

    private static boolean notTheCataloguesItem(Slot slot) {
        return slot.source() == Source.EVENTS || slot.role() != Role.ITEM;
    }

    private Optional<Schema> schema(@org.jspecify.annotations.Nullable String asset) {
        return assets.stream().filter(a -> a.name().equals(asset)).findFirst().map(a -> a.latest().schema());
    }

    /** By role first, then by the names of columns without a role. */
    private static Map<Slot, List<String>> columns(Schema schema, List<Slot> slots) {
        var found = new LinkedHashMap<Slot, List<String>>();
        Set<String> taken = new HashSet<>();
        for (Slot slot : slots) {
            List<String> columns = schema.fields().stream().filter(f -> f.role() == slot.role() && slot.takes(f) && !taken.contains(f.name())).map(Field::name).toList();
            if (!columns.isEmpty()) found.put(slot, columns);
            taken.addAll(columns);
        }
        for (Slot slot : slots) {
            if (found.containsKey(slot)) continue;
            schema.fields().stream().filter(f -> !taken.contains(f.name()) && named(f, slot)).map(Field::name).findFirst().ifPresent(c -> {
                found.put(slot, List.of(c));
                taken.add(c);
            });
        }
        return found;
    }

    private static boolean named(Field field, Slot slot) {
        if (field.role() != Role.NONE || !slot.takes(field)) return false;
        return NameRoles.guess(field.name()).filter(g -> g.role() == slot.role()).isPresent();
    }
}
