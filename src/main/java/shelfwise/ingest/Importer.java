package shelfwise.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.TableBuilder;

/**
 * Reads files into versions of assets. A file is read twice: once to settle the types from all its values, once to make the cells; memory
 * does not grow with its length.
 */
public final class Importer {
    private static final int PREVIEW_REJECTS = 100;
    private static final int PREVIEW_ROWS_TYPED = 2000;

    /**
     * The file's beginning as it would be imported.
     *
     * @param rows how many rows to show
     * @throws shelfwise.base.ProblemException if the file cannot be read as a table
     */
    public Preview preview(Path path, ImportOptions options, int rows) {
        SourceFile file = SourceFile.of(path);
        Layout layout = file.kind() == SourceFile.Kind.TEXT
                ? TextSniffer.layout(file, options, TextSniffer.encoding(file, options), false) : SheetSniffer.layout(file, options);
        TypedColumns types = TypedColumns.scan(layout, options, PREVIEW_ROWS_TYPED, Progress.NONE);
        ImportPlan plan = ImportPlan.of(layout, types, options);
        var table = new TableBuilder(plan.schema());
        var rejects = new ArrayList<Reject>();
        var buffer = new RowBuffer(layout, types, table, r -> {
            if (rejects.size() < PREVIEW_REJECTS) rejects.add(r);
        }, rows);
        layout.rows().read(buffer, Progress.NONE);
        buffer.flush();
        return new Preview(plan, table.build(), rejects, buffer.rows() + buffer.rejected() < rows);
    }

    /**
     * Imports a whole file. If it fails or is cancelled, the target is as it was.
     *
     * @throws shelfwise.base.ProblemException if the file cannot be read as a table, or every row was rejected
     */
    public ImportResult importFile(Path path, ImportOptions options, ImportTarget target, Progress progress) {
        SourceFile file = SourceFile.of(path);
        if (file.kind() != SourceFile.Kind.TEXT) return load(SheetSniffer.layout(file, options), options, target, progress);
        Encoding encoding = TextSniffer.encoding(file, options);
        Function<Encoding, ImportResult> strictly = e -> load(TextSniffer.layout(file, options, e, options.encoding().isEmpty()), options, target, progress);
        try {
            return strictly.apply(encoding);
        } catch (TextRows.WrongEncodingException e) { // the file's beginning did not show it: nothing is written yet, types come first
            Encoding found = TextSniffer.encodingOfAll(file, progress);
            return load(TextSniffer.layout(file, options, found, false), options, target, progress);
        }
    }

    private static ImportResult load(Layout layout, ImportOptions options, ImportTarget target, Progress progress) {
        TypedColumns types = TypedColumns.scan(layout, options, Long.MAX_VALUE, progress.part(0, 0.4));
        ImportPlan plan = ImportPlan.of(layout, types, options);
        var first = new ArrayList<Reject>(1);
        try (ImportTarget.Version version = target.begin(plan, layout.file().where())) {
            var buffer = new RowBuffer(layout, types, version, r -> {
                if (first.isEmpty()) first.add(r);
                version.reject(r);
            }, Long.MAX_VALUE);
            layout.rows().read(buffer, progress.part(0.4, 1));
            buffer.flush();
            if (buffer.rows() == 0) {
                throw Problem.of("ingest.all-rejected", layout.file().where(), buffer.rejected(), first.getFirst().line()).asException();
            }
            progress.check();
            List<Problem> notes = new ArrayList<>(plan.notes());
            if (layout.rows() instanceof SheetRows sheet && sheet.errors() > 0) {
                notes.add(Problem.of("ingest.error-cells", layout.sheet(), sheet.errors()));
            }
            int number = version.commit(notes);
            return new ImportResult(plan.asset(), number, buffer.rows(), buffer.rejected(), plan.encoding(), plan.delimiter(), plan.columns(),
                    plan.kind(), notes);
        }
    }
}
