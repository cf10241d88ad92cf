package shelfwise.prepare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import shelfwise.data.ColumnType;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Role;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/**
 * Adds the users of a table to those who have events, so that they get lists as well: by what a model knows of them besides, else of popular
 * items. Events and items stay, and so do the numbers of users; new ones follow in the order of the table, each once. Rows without a user are
 * left out. Cost: O(rows).
 */
public final class AddUsers implements Operator.Transform<AddUsers.Setup> {
    private static final String EVENTS = "interactions", USERS = "users";
    /** A name with its number, in a set and in the ids. */
    private static final int NAME_BYTES = 160;

    public record Setup() {
        public Setup {
            Settings.check(Setup.class);
        }
    }

    @Override public String id() {
        return "prepare.add-users";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup();
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one(EVENTS, PortType.INTERACTIONS), Port.one(USERS, PortType.TABLE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one(EVENTS, PortType.INTERACTIONS));
    }

    @Override public long memory(Setup settings, Volumes in) {
        return (in.at(EVENTS).users() + in.at(USERS).rows()) * NAME_BYTES;
    }

    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        long rows = in.at(USERS).map(b -> b.most().rows()).orElse(0L);
        return in.at(EVENTS).map(Bound::most).map((Volume e) -> Map.of(EVENTS, Bound.ofEvents(e.rows(), e.users() + rows, e.items()))).orElse(Map.of());
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions all = in.one(EVENTS, Interactions.class);
        Table table = in.one(USERS, TableValue.class).table();
        int column = table.schema().index(Role.USER);
        ColumnType type = table.schema().field(column).type();
        var users = new LinkedHashSet<>(all.users().all());
        Pass.over(table, new int[] {column}, context.progress(), (chunk, _) -> {
            for (int i = 0; i < chunk.rows(); i++) if (!chunk.columns().getFirst().missing(i)) users.add(chunk.columns().getFirst().text(i, type));
        });
        return Values.of(EVENTS, new Interactions(new Ids(users), all.items(), all.user(), all.item(), all.time(), all.weight(), all.timed()));
    }
}
