package shelfwise.ingest;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.TableValue;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Reads a version of an asset. */
public final class AssetSource implements Operator.Source<AssetSource.Setup> {
    /**
     * @param asset   its name
     * @param version from 1; 0 for the latest
     */
    public record Setup(@Picks(Picks.What.ASSET) String asset, @Between(min = 0, max = 1_000_000) int version) {
        public Setup {
            Settings.check(Setup.class, asset, version);
        }
    }

    @Override public String id() {
        return "source.asset";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup("", 0);
    }

    @Override public List<Port> inputs() {
        return List.of();
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("table", PortType.TABLE));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("table", new TableValue(table(settings, context)));
    }

    @Override public String fingerprint(Setup settings, Context context) {
        return table(settings, context).hash();
    }

    private static shelfwise.data.Table table(Setup settings, Context context) {
        if (settings.asset().isBlank()) throw Problem.of("ingest.no-asset-chosen", context.node()).asException();
        return context.assets().read(settings.asset(), settings.version());
    }
}
