package shelfwise.model.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.vectors.ProfileModel;
import shelfwise.model.vectors.Taste;

/** A {@link ProfileModel} on the terms of items. Items without text, and without a term in common with the history, are silent. */
final class ContentModel extends ProfileModel {
    private final TermMatrix text;

    ContentModel(String name, Interactions training, Taste taste, TermMatrix text) {
        super(name, training, new TermSpace(text), taste);
        this.text = text;
    }

    @Override public String operator() {
        return "model.content";
    }

    @Override protected Map<String, String> facts() {
        var facts = new HashMap<>(taste().facts());
        facts.put("terms", Integer.toString(text.terms().size()));
        return facts;
    }

    @Override protected Map<String, Table> parts() {
        Sparse w = text.weights();
        return Map.of("text.terms", Bundle.ids(new Ids(text.terms())), "text.start", Bundle.ints(w.start()), "text.term", Bundle.ints(w.column()),
                "text.weight", Bundle.floats(w.value()));
    }

    static ContentModel of(Bundle b) {
        Interactions training = Interactions.of(b);
        List<String> terms = List.of(b.texts("text.terms"));
        var weights = new Sparse(training.items().size(), terms.size(), b.ints("text.start"), b.ints("text.term"), b.floats("text.weight"));
        return new ContentModel(b.fact("name"), training, Taste.of(b), new TermMatrix(terms, weights));
    }
}
