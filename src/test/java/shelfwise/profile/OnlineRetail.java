package shelfwise.profile;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;

/** The whole Online Retail table, read as simply as can be. */
final class OnlineRetail {
    static final Path FILE = Path.of("../shared/data/retail/online-retail.csv.gz");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Schema SCHEMA = Schema.of(new Field("InvoiceNo", ColumnType.TEXT, Role.ORDER), new Field("StockCode", ColumnType.TEXT, Role.ITEM),
            new Field("Description", ColumnType.TEXT, Role.TITLE), new Field("Quantity", ColumnType.INTEGER, Role.QUANTITY),
            new Field("InvoiceDate", ColumnType.TIME, Role.TIMESTAMP), new Field("UnitPrice", ColumnType.DECIMAL, Role.PRICE),
            new Field("CustomerID", ColumnType.TEXT, Role.USER), new Field("Country", ColumnType.TEXT, Role.COUNTRY));

    private OnlineRetail() { }

    static Table read() {
        var builder = new TableBuilder(SCHEMA);
        String[][] columns = new String[SCHEMA.size()][Chunk.ROWS];
        int rows = 0;
        try (var reader = CsvReader.builder().ofCsvRecord(new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            boolean header = true;
            for (var row : reader) {
                if (header) {
                    header = false;
                    continue;
                }
                for (int c = 0; c < columns.length; c++) columns[c][rows] = row.getField(c);
                if (++rows == Chunk.ROWS) {
                    builder.add(chunk(columns, rows));
                    rows = 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows > 0) builder.add(chunk(columns, rows));
        return builder.build();
    }

    private static Chunk chunk(String[][] columns, int rows) {
        Cells[] cells = new Cells[columns.length];
        for (int c = 0; c < cells.length; c++) {
            String[] v = Arrays.copyOf(columns[c], rows);
            cells[c] = switch (SCHEMA.field(c).type()) {
                case TEXT -> TextCells.of(Arrays.stream(v).map(t -> t.isEmpty() ? null : t).toArray(String[]::new));
                case DECIMAL -> new DoubleCells(Arrays.stream(v).mapToDouble(decimal()).toArray());
                case TIME -> new LongCells(Arrays.stream(v).mapToLong(time()).toArray());
                case INTEGER, BOOLEAN -> new LongCells(Arrays.stream(v).mapToLong(Long::parseLong).toArray());
            };
        }
        return new Chunk(rows, Arrays.asList(cells));
    }

    private static ToDoubleFunction<String> decimal() {
        return Double::parseDouble;
    }

    private static ToLongFunction<String> time() {
        return t -> LocalDateTime.parse(t, TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
