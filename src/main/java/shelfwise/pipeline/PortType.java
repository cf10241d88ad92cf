package shelfwise.pipeline;

import java.util.Optional;
import java.util.function.Function;
import shelfwise.base.Named;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.Interactions;
import shelfwise.data.Lists;
import shelfwise.data.Metrics;
import shelfwise.data.Model;
import shelfwise.data.Portable;
import shelfwise.data.Split;
import shelfwise.data.TableValue;
import shelfwise.data.Vectors;

/** What a port takes or gives; links join like types only. */
public enum PortType implements Named {
    TABLE(TableValue.class, TableValue::of), INTERACTIONS(Interactions.class, Interactions::of), CATALOGUE(Catalogue.class, Catalogue::of),
    VECTORS(Vectors.class, Vectors::of), SPLIT(Split.class, Split::of), MODEL(Model.class, null), LISTS(Lists.class, Lists::of),
    METRICS(Metrics.class, Metrics::of);

    private final Class<? extends Portable> valueType;
    private final Optional<Function<Bundle, ? extends Portable>> restore;

    PortType(Class<? extends Portable> valueType, @org.jspecify.annotations.Nullable Function<Bundle, ? extends Portable> restore) {
        this.valueType = valueType;
        this.restore = Optional.ofNullable(restore);
    }

    /** The word used in messages, which have its name under {@code port-type.WORD}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override public String nameKey() {
        return "port-type." + word();
    }

    public Class<? extends Portable> valueType() {
        return valueType;
    }

    /** Makes a kept value again; empty for MODEL, which only the operator that trained it can restore. */
    public Optional<Function<Bundle, ? extends Portable>> restore() {
        return restore;
    }
}
