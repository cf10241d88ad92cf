package shelfwise.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import shelfwise.base.Messages;

/**
 * A snapshot as a CSV file (UTF-8 with byte order mark, so that spreadsheets read Chinese), one line a recommended item, and beside it
 * a text file with its provenance.
 */
public final class SnapshotCsv {
    private SnapshotCsv() { }

    /** @param messages the language of the notes */
    public static void write(Snapshot snapshot, Messages messages, Path file) {
        WholeFile.write(file, out -> {
            out.write(0xEF);
            out.write(0xBB);
            out.write(0xBF);
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
            csv.writeRecord(header());
            for (Snapshot.RankedList list : snapshot.lists()) {
                for (int rank = 0; rank < list.rows().size(); rank++) csv.writeRecord(row(snapshot, list, rank, messages));
            }
            csv.flush();
            writer.flush();
        });
        WholeFile.write(file.resolveSibling(file.getFileName() + ".provenance.txt"), out -> out.write(provenance(snapshot).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> header() {
        var names = new ArrayList<>(List.of("model", "user", "rank", "item", "title", "category", "score", "fallback", "popularity_percentile"));
        for (int k = 1; k <= SnapshotBuilder.REASONS; k++) names.addAll(List.of("because_" + k, "share_" + k, "similarity_" + k, "support_" + k));
        names.add("notes");
        return names;
    }

    private static List<String> row(Snapshot snapshot, Snapshot.RankedList list, int rank, Messages messages) {
        Snapshot.Row row = list.rows().get(rank);
        Snapshot.Item item = snapshot.items().get(row.item());
        var cells = new ArrayList<>(List.of(list.model(), list.user(), Integer.toString(rank + 1), item.id(), item.title(), item.category(),
                Float.toString(row.score()), row.fallback() == 0 ? "" : "popularity", Float.toString(item.percentile())));
        for (int k = 0; k < SnapshotBuilder.REASONS; k++) {
            if (k < row.why().size()) {
                Snapshot.Why why = row.why().get(k);
                cells.addAll(List.of(snapshot.items().get(why.item()).id(), Float.toString(why.share()), Float.toString(why.similarity()),
                        why.support() < 0 ? "" : Integer.toString(why.support())));
            } else cells.addAll(List.of("", "", "", ""));
        }
        cells.add(String.join("; ", list.notes(rank + 1, messages)));
        return cells;
    }

    private static String provenance(Snapshot snapshot) {
        Provenance p = snapshot.provenance();
        var text = new StringBuilder();
        text.append("snapshot ").append(snapshot.id()).append("\ncreated ").append(snapshot.created()).append("\nhash ").append(snapshot.hash())
                .append("\nshelfwise ").append(p.version()).append("\nproject ").append(p.project()).append("\npipeline ").append(p.pipeline())
                .append("\nrun ").append(p.run()).append(" started ").append(p.started()).append('\n');
        for (Provenance.Source s : p.data()) text.append("data ").append(s.asset()).append(" version ").append(s.version()).append(' ').append(s.hash()).append('\n');
        for (Provenance.Step s : p.steps()) text.append("step ").append(s.node()).append(' ').append(s.operator()).append(" version ").append(s.version()).append(' ').append(s.settings()).append('\n');
        for (var m : p.metrics()) text.append("metric ").append(m.model()).append(' ').append(m.metric()).append('@').append(m.k()).append(' ').append(m.value()).append('\n');
        return text.toString();
    }
}
