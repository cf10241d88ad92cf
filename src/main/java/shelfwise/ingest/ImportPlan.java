package shelfwise.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import shelfwise.base.Problem;
import shelfwise.data.AssetKind;
import shelfwise.data.Field;
import shelfwise.data.Schema;

/**
 * How a file is read, all of it settled.
 *
 * @param asset     the asset's name
 * @param format    {@code text}, {@code xlsx} or {@code xls}
 * @param encoding  empty for Excel
 * @param delimiter empty for Excel, and where there is one column only by choice
 * @param quote     empty for none
 * @param escape    empty for none
 * @param skipLines lines (of a sheet: rows) left out before the header or the data
 * @param decimal   the decimal mark of most decimal columns
 * @param sheet     empty for text
 * @param formats   for each column how its values are written: {@code text}, {@code integer}, {@code decimal-comma}, {@code day-first} …
 * @param notes     what the analyst should know, with its cure
 */
public record ImportPlan(String asset, String format, boolean gzip, String encoding, String delimiter, String quote, String escape,
        boolean header, int skipLines, String decimal, String zone, String sheet, Schema schema, List<String> formats, AssetKind kind,
        List<Problem> notes) {
    public ImportPlan {
        formats = List.copyOf(formats);
        notes = List.copyOf(notes);
    }

    static ImportPlan of(Layout layout, TypedColumns columns, ImportOptions options) {
        boolean comma = columns.formats().stream().anyMatch(f -> f instanceof ValueFormat.Decimal d && d.mark() == ',');
        boolean point = columns.formats().stream().anyMatch(f -> f instanceof ValueFormat.Decimal d && d.mark() == '.');
        boolean text = layout.encoding().isPresent();
        var notes = new java.util.ArrayList<>(layout.notes());
        notes.addAll(columns.notes());
        return new ImportPlan(options.name().orElse(layout.file().plainName()), layout.file().kind().name().toLowerCase(Locale.ROOT),
                layout.file().gzip(), layout.encoding().map(e -> e.charset().name()).orElse(""), text ? layout.dialect().delimiter() : "",
                text ? layout.dialect().quoteText() : "", text ? layout.dialect().escapeText() : "", layout.header(), layout.skipLines(),
                options.decimal().orElse(comma && !point ? "," : "."), options.zoneId().getId(), layout.sheet(), new Schema(columns.fields()),
                columns.formats().stream().map(ValueFormat::word).toList(), Roles.kind(columns.fields()), notes);
    }

    public List<Field> columns() {
        return schema.fields();
    }

    /** The settings as words, to be kept with the version. */
    public Map<String, String> settings() {
        var all = new TreeMap<String, String>();
        all.put("format", format);
        all.put("gzip", Boolean.toString(gzip));
        all.put("encoding", encoding);
        all.put("delimiter", delimiter);
        all.put("quote", quote);
        all.put("escape", escape);
        all.put("header", Boolean.toString(header));
        all.put("skipLines", Integer.toString(skipLines));
        all.put("decimal", decimal);
        all.put("zone", zone);
        all.put("sheet", sheet);
        for (int i = 0; i < formats.size(); i++) all.put("column." + schema.field(i).name(), formats.get(i));
        return all;
    }
}
