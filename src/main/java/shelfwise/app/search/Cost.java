package shelfwise.app.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.pipeline.SettingKind;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;

/**
 * How a trial is made cheaper: by fewer iterations where the model has such a setting, else by a part of the users.
 *
 * @param iterations the setting that counts them, unless it is varied itself
 * @param full       its value at the full cost; without one the number of different shares of users that are worth while
 */
record Cost(Optional<String> iterations, int full) {
    private static final List<String> NAMES = List.of("iterations", "epochs");
    private static final int SHARES = 27;

    static Cost of(SettingsForm form, Record settings, Space space) {
        Optional<String> found = NAMES.stream().filter(name -> form.specs().stream().anyMatch(s -> s.name().equals(name) && s.kind() == SettingKind.WHOLE))
                .filter(name -> space.dimensions().stream().noneMatch(d -> d.setting().equals(name))).findFirst();
        int value = found.map(name -> ((Number) form.get(settings, name)).intValue()).orElse(0);
        return value >= Halving.THIRD ? new Cost(found, value) : new Cost(Optional.empty(), SHARES);
    }

    /** The settings of a trial at a part of the cost. */
    Record settings(SettingsForm form, Record settings, double share) {
        if (share == 1 || iterations.isEmpty()) return settings;
        return form.with(settings, iterations.get(), Math.max(1, (int) Math.round(full * share)));
    }

    /** The data of a trial at a part of the cost. Whose events stay depends on the seed; a larger share has all users of a smaller one. */
    Split split(Split whole, double share, long seed) {
        if (share == 1 || iterations.isPresent()) return whole;
        boolean[] stays = new boolean[whole.users().size()];
        for (int u = 0; u < stays.length; u++) stays[u] = Mix.unit(seed, u) < share;
        return new Split(of(whole.train(), stays), of(whole.validation(), stays), of(whole.test(), stays), of(whole.foldIn(), stays), whole.method());
    }

    private static Interactions of(Interactions events, boolean[] stays) {
        int[] user = events.user();
        return events.pick(IntStream.range(0, events.size()).filter(e -> stays[user[e]]).toArray());
    }
}
