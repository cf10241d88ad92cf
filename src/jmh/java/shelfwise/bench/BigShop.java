package shelfwise.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.data.Role;
import shelfwise.ingest.ImportOptions;

/**
 * A project with more rows than a shop's day: {@code orders}, the Online Retail data several times over with other customers and orders each
 * time, {@code goods}, what they hold, {@code ratings}, MovieLens-1M in its order with ratings made up, and {@code films}. Made in a folder once.
 */
final class BigShop {
    private static final Path DATA = Path.of("../shared/data");
    private static final int MINUTE = 60, MOST_STARS = 5;
    private static final long FIRST = 956_703_932;

    private BigShop() { }

    /** @param copies of the orders */
    static Workspace at(Path folder, int copies) {
        boolean there = Files.exists(folder);
        Workspace shop = there ? Workspace.open(folder) : Workspace.create(folder);
        if (there) return shop;
        try {
            shop.imports().importFile(orders(folder.resolve("orders.csv"), copies), named("orders", Map.of("InvoiceNo", Role.ORDER, "StockCode", Role.ITEM,
                    "Description", Role.TITLE, "Quantity", Role.QUANTITY, "InvoiceDate", Role.TIMESTAMP, "UnitPrice", Role.PRICE, "CustomerID", Role.USER,
                    "Country", Role.COUNTRY)), Progress.NONE);
            shop.imports().importFile(goods(folder.resolve("goods.csv")), named("goods", Map.of("StockCode", Role.ITEM, "Name", Role.TITLE)), Progress.NONE);
            shop.imports().importFile(ratings(folder.resolve("ratings.csv")), named("ratings", Map.of("user", Role.USER, "item", Role.ITEM, "stars", Role.WEIGHT,
                    "at", Role.TIMESTAMP)), Progress.NONE);
            shop.imports().importFile(films(folder.resolve("films.csv")), named("films", Map.of("item", Role.ITEM, "title", Role.TITLE, "kind", Role.CATEGORY,
                    "price", Role.PRICE)), Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shop;
    }

    private static ImportOptions named(String name, Map<String, Role> roles) {
        ImportOptions all = ImportOptions.DETECT.withName(name);
        return new ImportOptions(all.name(), all.encoding(), all.delimiter(), all.quote(), all.escape(), all.header(), all.skipLines(), all.decimal(),
                all.dateFormat(), all.zone(), all.sheet(), all.types(), roles);
    }

    private interface Line {
        void read(String line) throws IOException;
    }

    private static void each(Path file, Charset charset, Line reader) throws IOException {
        var in = Files.newInputStream(file);
        try (var lines = new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, charset))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) reader.read(line);
        }
    }

    private static BufferedWriter writer(Path file, String header) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file);
        out.write(header + "\n");
        return out;
    }

    /** Customers and orders get the number of their copy in front of theirs. */
    static Path orders(Path to, int copies) throws IOException {
        try (var out = writer(to, "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")) {
            for (int copy = 1; copy <= copies; copy++) {
                String number = Integer.toString(copy);
                boolean[] first = {true};
                each(TemporaryProject.ORDERS, StandardCharsets.UTF_8, line -> {
                    if (!first[0]) out.write(copied(line, number) + "\n");
                    first[0] = false;
                });
            }
        }
        return to;
    }

    private static String copied(String line, String copy) {
        int country = line.lastIndexOf(','), customer = line.lastIndexOf(',', country - 1) + 1;
        boolean known = customer < country && Character.isDigit(line.charAt(customer));
        boolean letter = !Character.isDigit(line.charAt(0));
        String order = letter ? line.charAt(0) + copy + line.substring(1, customer) : copy + line.substring(0, customer);
        return order + (known ? copy : "") + line.substring(customer);
    }

    private static Path goods(Path to) throws IOException {
        var name = new TreeMap<String, String>();
        each(TemporaryProject.ORDERS, StandardCharsets.UTF_8, line -> {
            String[] cells = line.split(",", 4);
            if (!cells[2].startsWith("\"")) name.putIfAbsent(cells[1], cells[2]);
        });
        name.remove("StockCode");
        try (var out = writer(to, "StockCode,Name")) {
            for (Map.Entry<String, String> e : name.entrySet()) out.write(e.getKey() + "," + e.getValue() + "\n");
        }
        return to;
    }

    private static Path ratings(Path to) throws IOException {
        long[] at = {FIRST};
        try (var out = writer(to, "user,item,stars,at")) {
            each(DATA.resolve("recsys/ml-1m.sasrec.txt.gz"), StandardCharsets.UTF_8, line -> {
                String[] cells = line.split(" ");
                int stars = 1 + Math.floorMod(cells[0].hashCode() * 31 + cells[1].hashCode() * 17, MOST_STARS);
                out.write(cells[0] + "," + cells[1] + "," + stars + "," + java.time.Instant.ofEpochSecond(at[0] += MINUTE) + "\n");
            });
        }
        return to;
    }

    private static Path films(Path to) throws IOException {
        Map<String, String> number = new HashMap<>();
        each(DATA.resolve("recsys/ml-1m.sasrec.items.tsv"), StandardCharsets.UTF_8, line -> number.put(line.split("\t")[1], line.split("\t")[0]));
        try (var out = writer(to, "item,title,kind,price")) {
            each(DATA.resolve("recsys/ml-1m.movies.dat"), StandardCharsets.ISO_8859_1, line -> {
                String[] cells = line.split("::");
                String item = number.get(cells[0]);
                if (item != null) out.write(item + ",\"" + cells[1].replace("\"", "") + "\",\"" + cells[2].split("\\|")[0] + "\"," + (5 + cells[1].length()) + "\n");
            });
        }
        return to;
    }
}
