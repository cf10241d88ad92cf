package shelfwise.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import shelfwise.data.AssetKind;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;

/** Guesses what columns mean, from their names and, where these do not tell, from a sample of their values. */
final class Roles {
    private static final int TITLE_CHARACTERS = 80;

    private Roles() { }

    /**
     * @param named  whether the names come from the file
     * @param chosen roles that the analyst gave, by column name
     */
    static List<Role> guess(List<String> names, boolean named, Sample data, Map<String, Role> chosen) {
        Role[] roles = new Role[names.size()];
        java.util.Arrays.fill(roles, Role.NONE);
        Set<Role> taken = EnumSet.noneOf(Role.class);
        for (int i = 0; i < roles.length; i++) {
            Role role = chosen.get(names.get(i));
            if (role == null) continue;
            roles[i] = role;
            taken.add(role);
        }
        if (named) byName(names, roles, taken, chosen);
        else byLayout(names, roles, data, chosen);
        if (named) bareId(names, roles, taken, data, chosen);
        descriptionAsTitle(names, roles, data, chosen);
        return List.of(roles);
    }

    private static void byName(List<String> names, Role[] roles, Set<Role> taken, Map<String, Role> chosen) {
        record Named(int column, NameRoles.Guess guess) { }
        var guesses = new ArrayList<Named>();
        for (int i = 0; i < roles.length; i++) {
            int column = i;
            if (!chosen.containsKey(names.get(i))) NameRoles.guess(names.get(i)).ifPresent(g -> guesses.add(new Named(column, g)));
        }
        guesses.sort(Comparator.comparingInt(g -> g.guess().rank()));
        for (Named g : guesses) {
            if (g.guess().role().repeatable() || taken.add(g.guess().role())) roles[g.column()] = g.guess().role();
        }
        boolean events = taken.contains(Role.ITEM) && (taken.contains(Role.USER) || taken.contains(Role.SESSION));
        for (int i = 0; i < roles.length && !events; i++) { // "action" is a genre where nobody acts
            if (roles[i] == Role.EVENT_TYPE && !chosen.containsKey(names.get(i))) roles[i] = Role.NONE;
        }
    }

    /** A bare "id" that repeats beside items is a basket; one that does not repeat names what the table lists. */
    private static void bareId(List<String> names, Role[] roles, Set<Role> taken, Sample data, Map<String, Role> chosen) {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] != Role.NONE || chosen.containsKey(names.get(i)) || !NameRoles.isBareId(names.get(i))) continue;
            List<String> values = data.column(i);
            boolean repeats = new HashSet<>(values).size() < values.size();
            boolean items = taken.contains(Role.ITEM), users = taken.contains(Role.USER) || taken.contains(Role.SESSION) || taken.contains(Role.ORDER);
            Role role = repeats && items && !users ? Role.ORDER
                    : !repeats && !items && !users && (taken.contains(Role.TITLE) || taken.contains(Role.PRICE)) ? Role.ITEM : Role.NONE;
            if (role != Role.NONE) taken.add(role);
            roles[i] = role;
        }
    }

    /** Files without names follow custom: user, item, rating, time; or id, title, genres. */
    private static void byLayout(List<String> names, Role[] roles, Sample data, Map<String, Role> chosen) {
        int width = names.size();
        if (!chosen.isEmpty() || width < 2 || !whole(data, 0)) return;
        if (whole(data, 1) && width <= 4) {
            roles[0] = Role.USER;
            roles[1] = Role.ITEM;
            if (width > 2 && between(data, 2, 0, 10)) roles[2] = Role.RATING;
            else if (width > 2 && between(data, 2, 3e8, 4.2e12)) roles[2] = Role.TIMESTAMP;
            if (width > 3 && between(data, 3, 3e8, 4.2e12) && roles[2] == Role.RATING) roles[3] = Role.TIMESTAMP;
            return;
        }
        List<String> ids = data.column(0), titles = data.column(1);
        boolean catalogue = new HashSet<>(ids).size() == ids.size() && titles.stream().mapToInt(String::length).average().orElse(0) >= 8;
        if (!catalogue || titles.stream().allMatch(ColumnScan::looksLikeValue)) return;
        roles[0] = Role.ITEM;
        roles[1] = Role.TITLE;
        if (width == 3) roles[2] = Role.CATEGORY;
    }

    private static boolean whole(Sample data, int column) {
        return data.column(column).stream().allMatch(v -> v.matches("\\d{1,15}"));
    }

    private static boolean between(Sample data, int column, double min, double max) {
        return data.column(column).stream().allMatch(v -> v.matches("\\d{1,13}(\\.\\d+)?") && Double.parseDouble(v) >= min && Double.parseDouble(v) <= max);
    }

    /** A shop's short "Description" beside items is the title. */
    private static void descriptionAsTitle(List<String> names, Role[] roles, Sample data, Map<String, Role> chosen) {
        List<Role> all = List.of(roles);
        int column = all.indexOf(Role.DESCRIPTION);
        if (column < 0 || all.contains(Role.TITLE) || !all.contains(Role.ITEM) || chosen.containsKey(names.get(column))) return;
        if (data.column(column).stream().mapToInt(String::length).average().orElse(0) <= TITLE_CHARACTERS) roles[column] = Role.TITLE;
    }

    /** The role, if values of {@code type} can have it; chosen roles stay. */
    static Role fitting(Role role, ColumnType type) {
        boolean number = type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
        boolean fits = switch (role) {
            case TIMESTAMP -> type == ColumnType.TIME;
            case RATING, QUANTITY, PRICE, POSITION, STOCK, WEIGHT -> number;
            case NONE, USER, ITEM, EVENT_TYPE, SESSION, ORDER, QUERY, TITLE, DESCRIPTION, CATEGORY, IMAGE, COUNTRY, FEATURE -> true;
        };
        return fits ? role : Role.NONE;
    }

    /** What a table with these columns holds. */
    static AssetKind kind(List<Field> columns) {
        Set<Role> roles = EnumSet.of(Role.NONE);
        columns.forEach(c -> roles.add(c.role()));
        boolean who = roles.contains(Role.USER) || roles.contains(Role.SESSION) || roles.contains(Role.ORDER);
        boolean clicks = columns.stream().anyMatch(c -> c.name().equalsIgnoreCase("click") || c.name().equals("点击"));
        if (roles.contains(Role.QUERY)) return AssetKind.SEARCH_LOG;
        if (clicks) return AssetKind.ADVERT_LOG;
        if (roles.contains(Role.ITEM) && who) return AssetKind.INTERACTIONS;
        if (roles.contains(Role.DESCRIPTION) && !roles.contains(Role.TITLE) && (roles.contains(Role.RATING) || hasLabel(columns))) return AssetKind.REVIEWS;
        if (roles.contains(Role.ITEM)) return AssetKind.CATALOGUE;
        return roles.contains(Role.USER) && !roles.contains(Role.ORDER) && !roles.contains(Role.TIMESTAMP) ? AssetKind.CUSTOMERS : AssetKind.OTHER;
    }

    private static boolean hasLabel(List<Field> columns) {
        return IntStream.range(0, columns.size()).anyMatch(i -> columns.get(i).name().equalsIgnoreCase("label"));
    }
}
