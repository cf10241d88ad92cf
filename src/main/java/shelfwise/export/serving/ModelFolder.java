package shelfwise.export.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Learning;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Ids;
import shelfwise.data.LearningCurve;
import shelfwise.data.Table;
import shelfwise.model.FactorScores;
import shelfwise.model.ItemFactors;
import shelfwise.model.Matrices;
import shelfwise.model.OnnxFile;
import shelfwise.model.Recommender;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A model on its way into a folder. For one thread and one folder. */
public final class ModelFolder {
    private static final String LEARNED = "learned", JSON = "json", ONNX = "model.onnx";
    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Recommender model;
    private final Messages messages;
    private final Progress progress;
    private final List<ModelCard.File> files = new ArrayList<>();

    /** @param messages in whose language the files are told of */
    public ModelFolder(Recommender model, Messages messages, Progress progress) {
        this.model = model;
        this.messages = messages;
        this.progress = progress;
    }

    /**
     * Writes all of it. Cost: O(what was learned + users x length of the vectors).
     *
     * @param folder made; may be there if it is empty
     * @return the card
     * @throws shelfwise.base.ProblemException if there is something in the folder, or it can't be written; nothing is then left of it
     * @throws java.util.concurrent.CancellationException once cancelled, with nothing left
     */
    public ModelCard write(Path folder, ModelCard.Origin origin) {
        var card = new ModelCard[1];
        WholeFolder.write(folder, part -> {
            Bundle kept = model.toBundle();
            ids(part, "items.json", "export.card.items", model.items());
            ids(part, "users.json", "export.card.users", model.users());
            String formula = model instanceof FactorScores factors ? vectors(part, factors) : "";
            if (model instanceof OnnxFile network) network(part, network);
            learned(part, kept);
            var training = model.training();
            var sizes = new ModelCard.Sizes(training.users().size(), training.items().size(), training.size());
            card[0] = new ModelCard(ModelCard.FORMAT, origin, sizes, training.hash(), new TreeMap<>(kept.facts()), best(LearningCurve.of(kept)), formula, List.copyOf(files));
            json.writeValue(part.resolve("model.json"), card[0]);
            progress.at(1, 1);
        });
        return card[0];
    }

    private void ids(Path folder, String name, String meaning, Ids ids) {
        list(folder, name, messages.text(meaning), ids.all());
    }

    private void list(Path folder, String name, String meaning, List<String> texts) {
        progress.check();
        json.writeValue(folder.resolve(name), texts);
        files.add(new ModelCard.File(name, JSON, new long[] {texts.size()}, meaning));
    }

    private void array(Path folder, String name, String meaning, Npy array) throws IOException {
        array.write(folder.resolve(name), progress);
        files.add(new ModelCard.File(name, array.type().word, array.shape(), meaning));
    }

    private void table(Path folder, String name, String meaning, ParquetFile table) throws IOException {
        table.write(folder.resolve(name), progress);
        files.add(new ModelCard.File(name, "parquet", new long[] {table.rows(), table.columns().size()}, messages.text(meaning)));
    }

    /** Vectors of all items and users; what is told of how to make scores of them. */
    private String vectors(Path folder, FactorScores factors) throws IOException {
        ItemFactors of = factors.itemFactors();
        int items = model.items().size(), users = model.users().size(), d = of.length();
        float[] own = new float[items], item = new float[Math.multiplyExact(items, d)], user = new float[Math.multiplyExact(users, d)], one = new float[d];
        boolean[] known = new boolean[items], speaks = new boolean[users];
        for (int i = 0; i < items; i++) {
            own[i] = of.own(i);
            known[i] = of.known(i);
            of.copy(i, item, i * d);
        }
        for (int u = 0; u < users; u++) {
            speaks[u] = factors.copyVector(u, one);
            if (speaks[u]) System.arraycopy(one, 0, user, u * d, d);
            if (u % 1000 == 0) progress.at(u, 2L * users);
        }
        array(folder, "item_vectors.npy", messages.text("export.card.item-vectors"), Npy.of(item, items, d));
        array(folder, "item_offsets.npy", messages.text("export.card.item-offsets"), Npy.of(own, items));
        array(folder, "item_known.npy", messages.text("export.card.item-known"), Npy.of(known));
        array(folder, "user_vectors.npy", messages.text("export.card.user-vectors"), Npy.of(user, users, d));
        array(folder, "user_known.npy", messages.text("export.card.user-known"), Npy.of(speaks));
        table(folder, "items.parquet", "export.card.items-table", new ParquetFile(items, List.of(new ParquetColumn.Texts("item", model.items()::id),
                new ParquetColumn.Vectors("vector", item, d), new ParquetColumn.Numbers("offset", own), new ParquetColumn.Flags("known", known))));
        table(folder, "users.parquet", "export.card.users-table", new ParquetFile(users, List.of(new ParquetColumn.Texts("user", model.users()::id),
                new ParquetColumn.Vectors("vector", user, d), new ParquetColumn.Flags("known", speaks))));
        return messages.text("export.card.formula");
    }

    private void network(Path folder, OnnxFile network) throws IOException {
        byte[] file = network.onnx(progress).orElse(null);
        if (file == null) return;
        progress.check();
        Files.write(folder.resolve(ONNX), file);
        files.add(new ModelCard.File(ONNX, "onnx", new long[] {}, messages.text("export.card.onnx")));
    }

    /** What was learned, each column of each part for itself; not what it was trained on, which tells of people and lies in the project. */
    private void learned(Path folder, Bundle kept) throws IOException {
        Map<String, Table> training = model.training().toBundle().parts();
        Files.createDirectory(folder.resolve(LEARNED));
        for (String part : kept.partNames()) {
            if (training.containsKey(part) || part.contains(Bundle.ASIDE)) continue;
            Table table = kept.part(part);
            for (int c = 0; c < table.schema().size(); c++) column(folder, part, table, c);
        }
    }

    private void column(Path folder, String part, Table table, int c) throws IOException {
        String column = table.schema().field(c).name();
        String name = LEARNED + "/" + (table.schema().size() == 1 ? part : part + "." + column).replaceAll("[^A-Za-z0-9._-]", "_");
        String meaning = messages.text("export.card.learned", part, column);
        long columns = model instanceof Matrices matrices ? matrices.columns(part) : 1;
        long[] shape = columns > 1 ? new long[] {table.rows() / columns, columns} : new long[] {table.rows()};
        switch (table.schema().field(c).type()) {
            case TEXT -> list(folder, name + ".json", meaning, Columns.texts(table, c));
            case DECIMAL -> array(folder, name + ".npy", meaning, Npy.of(Columns.doubles(table, c), shape));
            case INTEGER, TIME, BOOLEAN -> array(folder, name + ".npy", meaning, Npy.of(Columns.longs(table, c), shape));
        }
    }

    private static ModelCard.@Nullable Best best(LearningCurve curve) {
        if (curve.points().isEmpty()) return null;
        var values = new TreeMap<String, Double>();
        for (Learning p : curve.points()) if (p.iteration() == curve.best() && curve.mainMetrics().contains(p.metric())) values.put(p.metric() + (p.validation() ? " (validation)" : ""), p.value());
        return new ModelCard.Best(curve.best(), curve.stoppedEarly(), values);
    }
}
