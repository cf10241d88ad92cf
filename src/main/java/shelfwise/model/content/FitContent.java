package shelfwise.model.content;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.Interactions;
import shelfwise.data.Model;
import shelfwise.data.Split;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Weights;
import shelfwise.model.vectors.Profile;
import shelfwise.model.vectors.Taste;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/** Recommends items whose texts and attributes are like those of the history. Items are those of the split's ids, sold or not. */
public final class FitContent implements Operator.Fit<FitContent.Setup> {
    /**
     * @param title       whether the words of columns with this role count; so description and category
     * @param sublinear   whether a word's tenth time counts less than its first
     * @param fewestItems words and values of fewer items are left out
     * @param weights     of the events, in the profile
     * @param attributes  a whole value of a category or feature column counts so many times as much as a word; 0: not at all
     * @param bands       into how many bands of about as many items each prices and other numbers are put; 0: they do not count
     * @param scheme      how a word's weight is made of its counts
     * @param profile     how items are compared with a history
     * @param nearest     history items that count for an item, with NEAREST
     * @param interests   groups of a history at most, with INTERESTS
     */
    public record Setup(boolean title, boolean description, boolean category, boolean sublinear, @Between(min = 1, max = 1000) int fewestItems, Weights weights,
            @Between(min = 0, max = 100) double attributes, @Between(min = 0, max = 100) int bands, Scheme scheme, Profile profile,
            @Between(min = 1, max = 100) int nearest, @Between(min = 1, max = 50) int interests) {
        public Setup {
            Settings.check(Setup.class, title, description, category, sublinear, fewestItems, weights, attributes, bands, scheme, profile, nearest, interests);
        }

        /** Words alone, and one profile. */
        public Setup(boolean title, boolean description, boolean category, boolean sublinear, int fewestItems, Weights weights) {
            this(title, description, category, sublinear, fewestItems, weights, 0, 0, Scheme.TF_IDF, Profile.MEAN, 10, 5);
        }

        Texts.Choice choice() {
            return new Texts.Choice(title, description, category, attributes > 0, bands);
        }

        TermWeights terms() {
            return new TermWeights(scheme, sublinear, fewestItems, attributes);
        }

        Taste taste() {
            return new Taste(profile, nearest, interests, 0, weights);
        }
    }

    @Override public String id() {
        return "model.content";
    }

    @Override public int version() {
        return 2;
    }

    @Override public Setup defaults() {
        return new Setup(true, true, true, true, 1, Weights.BINARY, 1, 0, Scheme.TF_IDF, Profile.MEAN, 10, 5);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT), Port.one("catalogue", PortType.CATALOGUE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    /** The matrix, the words of the catalogue as text and counted, and a profile of each user; of texts about as many words as titles have. */
    @Override public long memory(Setup settings, Volumes in) {
        return Memory.ofTraining(Extent.of(in.at("split"))).bytes() + TermMatrix.likelyBytes(in.at("catalogue"));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Interactions training = in.one("split", Split.class).train();
        return Values.of("model", fit(context.node(), training, in.one("catalogue", Catalogue.class), settings, context.progress()));
    }

    /** @throws shelfwise.base.ProblemException if no item of the training data has a word or value in the chosen columns */
    static ContentModel fit(String name, Interactions training, Catalogue catalogue, Setup s, Progress progress) {
        TermMatrix text = TermMatrix.of(Texts.of(training.items(), catalogue, s.choice()), s.terms(), progress);
        if (text.weights().entries() == 0 && training.size() > 0) throw Problem.of("model.no-words", name).asException();
        return new ContentModel(name, training, s.taste(), text);
    }

    @Override public Model restore(Bundle bundle, Restorer others) {
        return ContentModel.of(bundle);
    }
}
