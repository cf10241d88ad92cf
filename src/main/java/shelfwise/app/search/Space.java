package shelfwise.app.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.SettingKind;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;

/** The settings that a search varies, each over its range. */
public record Space(List<Dimension> dimensions) {
    /** A range of a suggestion goes this many times up and down from the present value. */
    private static final double REACH = 8;
    private static final String LOG = ":log", LINEAR = ":linear";

    public Space {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * The space that texts say: {@code factors=16..256:log}, {@code weighting=none,bm25}, or {@code factors} alone for what
     * {@link #suggested} says.
     *
     * @throws ProblemException naming the setting, if there is none of that name, it is named twice, or can't be varied so
     */
    public static Space of(SettingsForm form, Record present, List<String> texts) {
        if (texts.isEmpty()) throw Problem.of("search.nothing-varied", "", names(form)).asException();
        var seen = new HashSet<String>();
        var dimensions = new ArrayList<Dimension>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            SettingSpec spec = form.spec((equals < 0 ? text : text.substring(0, equals)).strip());
            if (!seen.add(spec.name())) throw Problem.of("search.varied-twice", spec.name()).asException();
            dimensions.add(equals < 0 ? suggested(form, spec, present) : parse(form, spec, text.substring(equals + 1).strip()));
        }
        return new Space(dimensions);
    }

    private static List<String> names(SettingsForm form) {
        return form.specs().stream().filter(Space::canVary).map(SettingSpec::name).toList();
    }

    /** Whether a search can vary the setting: a number, a flag or a choice, but no seed, for the best of many draws is luck. */
    public static boolean canVary(SettingSpec spec) {
        return switch (spec.kind()) {
            case WHOLE, DECIMAL, FLAG, CHOICE -> !spec.name().equals("seed");
            case TEXT, TEXT_LIST, NUMBER_LIST, CHOICE_LIST, TABLE -> false;
        };
    }

    /** A range around the present value, within what the operator allows; of a choice all values. @throws ProblemException if it can't be varied */
    public static Dimension suggested(SettingsForm form, SettingSpec spec, Record present) {
        if (!canVary(spec)) throw Problem.of("search.not-varied", spec.name(), names(form)).asException();
        if (spec.kind() == SettingKind.FLAG) return choices(form, spec, List.of("false", "true"));
        if (spec.kind() == SettingKind.CHOICE) return choices(form, spec, spec.choices());
        double now = ((Number) form.get(present, spec.name())).doubleValue();
        boolean whole = spec.kind() == SettingKind.WHOLE;
        if (!whole && spec.min() >= 0 && spec.max() <= 1) return new Dimension.Range(spec.name(), spec.min(), spec.max(), false, false);
        if (now <= 0) return new Dimension.Range(spec.name(), Math.max(spec.min(), 0), Math.min(spec.max(), whole ? 10 : 1), false, whole);
        double from = Math.max(whole ? Math.max(1, Math.rint(now / REACH)) : now / REACH, spec.min()), to = Math.min(now * REACH, spec.max());
        return new Dimension.Range(spec.name(), from, to, from > 0, whole);
    }

    private static Dimension parse(SettingsForm form, SettingSpec spec, String text) {
        if (!canVary(spec)) throw Problem.of("search.not-varied", spec.name(), names(form)).asException();
        int dots = text.indexOf("..");
        if (dots < 0) return choices(form, spec, Stream.of(text.split(",", -1)).map(String::strip).toList());
        boolean whole = spec.kind() == SettingKind.WHOLE, log = text.endsWith(LOG);
        if (!whole && spec.kind() != SettingKind.DECIMAL) throw Problem.of("search.no-range", spec.name(), text).asException();
        String end = text.substring(dots + 2).replace(LOG, "").replace(LINEAR, "");
        double from = ((Number) form.parse(spec.name(), text.substring(0, dots))).doubleValue(), to = ((Number) form.parse(spec.name(), end)).doubleValue();
        if (from >= to) throw Problem.of("search.empty-range", spec.name(), text).asException();
        if (log && from <= 0) throw Problem.of("search.log-of-nothing", spec.name(), text).asException();
        return new Dimension.Range(spec.name(), from, to, log, whole);
    }

    private static Dimension choices(SettingsForm form, SettingSpec spec, List<String> words) {
        List<String> different = words.stream().distinct().toList();
        if (different.size() < 2) throw Problem.of("search.one-choice", spec.name(), String.join(",", words)).asException();
        return new Dimension.Choices(spec.name(), different.stream().map(w -> form.parse(spec.name(), w)).toList(), different);
    }

    /** {@code base} with the values of a point. @throws ProblemException if the settings' record refuses them together */
    Record settings(SettingsForm form, Record base, double[] point) {
        Record changed = base;
        for (int d = 0; d < point.length; d++) changed = form.with(changed, dimensions.get(d).setting(), dimensions.get(d).value(point[d]));
        return changed;
    }

    /** The varied settings of {@code settings}, as texts. */
    SequencedMap<String, String> texts(SettingsForm form, Record settings) {
        var texts = new LinkedHashMap<String, String>();
        for (Dimension d : dimensions) texts.put(d.setting(), form.text(d.setting(), form.get(settings, d.setting())));
        return texts;
    }

    /** The values of a point, by which two points are known to be the same settings. */
    List<Object> values(double[] point) {
        var values = new ArrayList<Object>();
        for (int d = 0; d < point.length; d++) values.add(dimensions.get(d).value(point[d]));
        return values;
    }

    /** A point drawn evenly. */
    double[] draw(SplittableRandom random) {
        double[] point = new double[dimensions.size()];
        for (int d = 0; d < point.length; d++) point[d] = random.nextDouble();
        return point;
    }

    /** Number of different settings; {@link Long#MAX_VALUE} where they can't be counted. */
    public long size() {
        long size = 1;
        for (Dimension d : dimensions) {
            if (d.size() > Long.MAX_VALUE / size) return Long.MAX_VALUE;
            size *= d.size();
        }
        return size;
    }
}
