package shelfwise.app;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.data.Chunk;
import shelfwise.ingest.ImportPlan;
import shelfwise.ingest.ImportTarget;
import shelfwise.ingest.Reject;
import shelfwise.store.Assets;
import shelfwise.store.NewVersion;
import shelfwise.store.VersionWriter;
import tools.jackson.databind.json.JsonMapper;

/** Lets an import write a new asset version into the store. */
record StoreTarget(Assets assets) implements ImportTarget {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override public Version begin(ImportPlan plan, String source) {
        return new Writing(assets.begin(new NewVersion(plan.asset(), plan.kind(), source, JSON.writeValueAsString(plan.settings()), plan.schema())));
    }

    private record Writing(VersionWriter writer) implements Version {
        @Override public void add(Chunk chunk) {
            writer.add(chunk);
        }

        @Override public void reject(Reject reject) {
            writer.reject(reject.line(), reject.reason(), reject.args().stream().map(String::valueOf).toList(), reject.raw());
        }

        @Override public int commit(List<Problem> notes) {
            return writer.commit().version();
        }

        @Override public void close() {
            writer.close();
        }
    }
}
