package shelfwise.model.content;

import java.util.Arrays;
import java.util.List;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Model;
import shelfwise.data.Role;
import shelfwise.data.Split;
import shelfwise.model.Weights;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Recommends items whose texts use the words of those in the history. Items are those of the split's ids, sold or not. */
public final class FitContent implements Operator.Fit<FitContent.Setup> {
    /**
     * @param title       whether the words of columns with this role count; so description and category
     * @param sublinear   whether a word's tenth time counts less than its first
     * @param fewestItems words of fewer items are left out
     * @param weights     of the events, in the profile
     */
    public record Setup(boolean title, boolean description, boolean category, boolean sublinear, @Between(min = 1, max = 1000) int fewestItems, Weights weights) {
        public Setup {
            Settings.check(Setup.class, title, description, category, sublinear, fewestItems, weights);
        }
    }

    @Override public String id() {
        return "model.content";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(true, true, true, true, 1, Weights.BINARY);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT), Port.one("catalogue", PortType.CATALOGUE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions training = in.one("split", Split.class).train();
        return Values.of("model", fit(context.node(), training, in.one("catalogue", Catalogue.class), settings, context.progress()));
    }

    /** @throws shelfwise.base.ProblemException if no item of the training data has a word in the chosen columns */
    static ContentModel fit(String name, Interactions training, Catalogue catalogue, Setup s, Progress progress) {
        TermMatrix text = TermMatrix.of(texts(training.items(), catalogue, s), s.sublinear(), s.fewestItems(), progress);
        if (text.weights().entries() == 0) throw Problem.of("model.no-words", name).asException();
        return new ContentModel(name, training, s.weights(), text);
    }

    private static String[] texts(Ids items, Catalogue catalogue, Setup s) {
        String[] texts = new String[items.size()];
        Arrays.fill(texts, "");
        var schema = catalogue.attributes().schema();
        for (int column = 0; column < schema.size(); column++) {
            Role role = schema.field(column).role();
            boolean counts = role == Role.TITLE && s.title() || role == Role.DESCRIPTION && s.description() || role == Role.CATEGORY && s.category();
            if (counts) append(texts, items, catalogue, column, schema.field(column).type());
        }
        return texts;
    }

    private static void append(String[] texts, Ids items, Catalogue catalogue, int column, ColumnType type) {
        int[] row = new int[1];
        catalogue.attributes().scan(new int[] {column}, chunk -> {
            for (int r = 0; r < chunk.rows(); r++) {
                int item = items.number(catalogue.items().id(row[0]++));
                if (item >= 0) texts[item] = texts[item] + "\n" + chunk.columns().getFirst().text(r, type);
            }
        });
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return ContentModel.of(bundle);
    }
}
