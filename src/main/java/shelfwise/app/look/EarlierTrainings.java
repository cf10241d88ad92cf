package shelfwise.app.look;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.SettingsForm;
import shelfwise.store.ArtefactStore;
import shelfwise.store.RunInfo;
import shelfwise.store.RunOutput;
import shelfwise.store.Runs;

/** Finds what earlier runs of a pipeline made at one of its steps. */
record EarlierTrainings(ArtefactStore artefacts, Runs runs, OperatorCatalogue operators) {
    /** Of one run: the step as it was, and where the store has what it made. */
    private record Made(long run, Node node, String key) { }

    /** Those of the latest runs first, each model once, without the one looked at. */
    List<EarlierTraining> of(String pipeline, Product product, int most, Progress progress) {
        var seen = new HashSet<String>();
        var made = new ArrayList<Made>();
        for (RunInfo run : runs.list()) {
            progress.check();
            if (!run.pipeline().equals(pipeline)) continue;
            if (made.size() > most && seen.contains(product.key())) break;
            made(run, product).filter(m -> seen.add(m.key()) && artefacts.has(m.key())).ifPresent(made::add);
        }
        Optional<Node> own = made.stream().filter(m -> m.key().equals(product.key())).map(Made::node).findFirst();
        return made.stream().filter(m -> !m.key().equals(product.key())).limit(most)
                .map(m -> new EarlierTraining(m.run(), new Product(product.node(), product.port(), product.type(), product.operator(), m.key()), changed(own, m.node()))).toList();
    }

    private Optional<Made> made(RunInfo run, Product product) {
        Optional<RunOutput> output = runs.outputs(run.id()).stream().filter(o -> o.node().equals(product.node()) && o.port().equals(product.port())).findFirst();
        if (output.isEmpty()) return Optional.empty();
        try {
            return new PipelineJson(operators).read(run.pipeline(), run.pipelineJson()).find(product.node()).filter(n -> n.operator().equals(product.operator()))
                    .filter(n -> operators.readable(n).isPresent()).map(n -> new Made(run.id(), n, output.get().key()));
        } catch (ProblemException e) {
            return Optional.empty(); // of a version whose pipelines can't be read any more: its curve could not be named
        }
    }

    private SequencedMap<String, String> changed(Optional<Node> own, Node node) {
        var changed = new LinkedHashMap<String, String>();
        if (own.isEmpty()) return changed;
        SettingsForm form = operators.form(node);
        form.specs().forEach(s -> {
            Object now = form.get(node.settings(), s.name());
            if (!now.equals(form.get(own.get().settings(), s.name()))) changed.put(s.name(), form.text(s.name(), now));
        });
        return changed;
    }
}
