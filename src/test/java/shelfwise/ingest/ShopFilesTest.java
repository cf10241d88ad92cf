package shelfwise.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.AssetKind;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;

/** Real exports of shops and data sets. */
class ShopFilesTest {
    @Test void halfAMillionOrderLinesComeInWithTheirProfile() {
        var target = new MemoryTarget();
        long began = System.nanoTime();
        var result = load("retail/online-retail.csv.gz", target);
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        assertEquals(541_909, result.rows());
        assertEquals(0, result.rejected());
        assertEquals(List.of(new Field("InvoiceNo", ColumnType.TEXT, Role.ORDER), new Field("StockCode", ColumnType.TEXT, Role.ITEM),
                new Field("Description", ColumnType.TEXT, Role.TITLE), new Field("Quantity", ColumnType.INTEGER, Role.QUANTITY),
                new Field("InvoiceDate", ColumnType.TIME, Role.TIMESTAMP), new Field("UnitPrice", ColumnType.DECIMAL, Role.PRICE),
                new Field("CustomerID", ColumnType.TEXT, Role.USER), new Field("Country", ColumnType.TEXT, Role.COUNTRY)), result.columns());
        assertEquals(AssetKind.INTERACTIONS, result.kind());
        var table = target.table();
        long[] found = new long[9];
        long[] times = {Long.MAX_VALUE, Long.MIN_VALUE};
        var different = List.of(new HashSet<String>(), new HashSet<String>(), new HashSet<String>(), new HashSet<String>());
        table.scan(c -> {
            for (int i = 0; i < c.rows(); i++) {
                if (c.texts(2).missing(i)) found[0]++;
                if (c.texts(6).missing(i)) found[1]++;
                else different.get(2).add(c.texts(6).value(i));
                String invoice = c.texts(0).text(i, ColumnType.TEXT);
                if (invoice.startsWith("C")) found[2]++;
                if (invoice.startsWith("A")) found[3]++;
                if (c.longs(3).values()[i] < 0) found[4]++;
                if (c.doubles(5).values()[i] == 0) found[5]++;
                if (c.doubles(5).values()[i] < 0) found[6]++;
                String title = c.texts(2).text(i, ColumnType.TEXT);
                if (!title.equals(title.strip())) found[7]++;
                times[0] = Math.min(times[0], c.longs(4).values()[i]);
                times[1] = Math.max(times[1], c.longs(4).values()[i]);
                different.get(0).add(invoice);
                different.get(1).add(c.texts(1).text(i, ColumnType.TEXT));
                different.get(3).add(c.texts(7).text(i, ColumnType.TEXT));
            }
        });
        assertEquals(List.of(1454L, 135_080L, 9288L, 3L, 10_624L, 2515L, 2L, 113_452L), java.util.Arrays.stream(found).limit(8).boxed().toList(),
                "missing titles, missing customers, C, A, negative quantities, prices of 0 and below, titles with outer blanks");
        assertEquals(List.of(25_900, 4_070, 4_372, 38), different.stream().map(HashSet::size).toList(), "invoices, codes, customers, countries");
        assertEquals("2010-12-01T08:26:00Z", java.time.Instant.ofEpochMilli(times[0]).toString());
        assertEquals("2011-12-09T12:50:00Z", java.time.Instant.ofEpochMilli(times[1]).toString());
        assertEquals("17850.0", target.cell(0, 6), "ids stay as they were written");
        assertTrue(seconds < 10, seconds + " s");
    }

    @Test void oneTableInTwoEncodingsIsEqual() {
        var chinese = new MemoryTarget();
        var marked = new MemoryTarget();
        var result = load("zh/goods-order.gbk.csv", chinese);
        load("zh/goods-order.utf8-bom.csv.gz", marked);
        assertEquals("GBK", result.encoding());
        assertEquals(43_367, result.rows());
        assertEquals(chinese.table().hash(), marked.table().hash());
        assertEquals(List.of(Role.ORDER, Role.ITEM), result.columns().stream().map(Field::role).toList());
        assertEquals(List.of(Role.ITEM, Role.CATEGORY), load("zh/goods-types.gbk.csv", new MemoryTarget()).columns().stream().map(Field::role).toList());
    }

    @Test void filmsWithoutHeaderAreACatalogue() {
        var target = new MemoryTarget();
        var result = load("recsys/ml-100k.u.item", target);
        assertEquals(List.of(1682L, 24L), List.of(result.rows(), (long) result.columns().size()));
        assertEquals("ISO-8859-1", result.encoding());
        assertEquals(List.of(Role.ITEM, Role.TITLE), result.columns().stream().map(Field::role).limit(2).toList());
        assertEquals("1995-01-01T00:00:00Z", target.cell(0, 2));
        assertEquals(List.of("267", "unknown", ""), List.of(target.cell(266, 0), target.cell(266, 1), target.cell(266, 2)));
    }

    @Test void aDelimiterOfTwoCharactersIsFound() {
        var target = new MemoryTarget();
        var result = load("recsys/ml-1m.movies.dat", target);
        assertEquals("::", result.delimiter());
        assertEquals(3883, result.rows());
        assertEquals(List.of("1", "Toy Story (1995)", "Animation|Children's|Comedy"), List.of(target.cell(0, 0), target.cell(0, 1), target.cell(0, 2)));
        assertEquals(AssetKind.CATALOGUE, result.kind());
    }

    @Test void ratingsWithoutHeaderAreInteractions() {
        var target = new MemoryTarget();
        var result = load("recsys/ml-100k.u.data.gz", target);
        assertEquals(List.of(Role.USER, Role.ITEM, Role.RATING, Role.TIMESTAMP), result.columns().stream().map(Field::role).toList());
        assertEquals("1997-12-04T15:55:49Z", target.cell(0, 3));
        assertEquals(100_000, result.rows());
        assertEquals(353_962, load("recsys/amazon-beauty.bert4rec.txt.gz", new MemoryTarget()).rows());
    }

    @Test void tabsInACsvAreFound() {
        var result = load("search/wands/query.csv", new MemoryTarget());
        assertEquals(480, result.rows());
        assertEquals("\t", result.delimiter());
        assertEquals(AssetKind.SEARCH_LOG, result.kind());
    }

    @Test void missingUsersAreMissing() {
        var target = new MemoryTarget();
        var result = load("recsys/diginetica-sample.csv.gz", target);
        assertEquals(12_391, result.rows());
        assertEquals(7681, target.column("user_id").stream().filter(String::isEmpty).count());
        Map<String, Role> roles = new HashMap<>();
        result.columns().forEach(c -> roles.put(c.name(), c.role()));
        assertEquals(Map.of("session_id", Role.SESSION, "user_id", Role.USER, "item_id", Role.ITEM, "timeframe", Role.NONE, "eventdate", Role.TIMESTAMP), roles);
    }

    @Test void idsBeyondSixtyFourBitsStayText() {
        var target = new MemoryTarget();
        load("ctr/avazu-9k.csv.gz", target);
        assertEquals(ColumnType.TEXT, target.table().schema().field(0).type());
    }

    @Test void aPreviewOfALargeFileIsQuick() {
        var file = SharedData.file("retail/online-retail.csv.gz");
        new Importer().preview(file, ImportOptions.DETECT, 100);
        long began = System.nanoTime();
        var preview = new Importer().preview(file, ImportOptions.DETECT, 100);
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertEquals(100, preview.rows().rows());
        assertEquals(ColumnType.TIME, preview.plan().schema().field(4).type());
        assertTrue(!preview.whole());
        System.out.println("preview took " + millis + " ms");
    }

    private static ImportResult load(String file, MemoryTarget target) {
        return new Importer().importFile(SharedData.file(file), ImportOptions.DETECT, target, Progress.NONE);
    }
}
