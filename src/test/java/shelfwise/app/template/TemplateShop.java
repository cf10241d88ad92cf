package shelfwise.app.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.ingest.ImportOptions;

/**
 * A shop whose orders are as messy as they come: returns with a negative quantity, lines without a customer, lines twice, customers written as
 * decimals, blanks around titles. Its 60 customers have one of three tastes of twelve products each, and two products that everybody buys.
 */
public final class TemplateShop {
    private static final String[] TASTES = {"Kitchen", "Garden", "Paper"};
    private static final String[][] WORDS = {{"kettle", "teapot", "cup", "bowl"}, {"spade", "rake", "trowel", "pot"}, {"card", "envelope", "ribbon", "pen"}};
    private static final String[] COLOURS = {"red", "blue", "green"};
    private static final int CUSTOMERS = 60, ORDERS = 6, LINES = 3;

    private TemplateShop() { }

    /** The project with its orders imported, and, where {@code catalogue} says so, the items in a table of their own. */
    public static Workspace create(Path folder, boolean catalogue) {
        Workspace shop = Workspace.create(folder);
        shop.imports().importFile(write(folder.resolveSibling("orders.csv"), orders(!catalogue)), ImportOptions.DETECT.withName("orders"), Progress.NONE);
        if (catalogue) shop.imports().importFile(write(folder.resolveSibling("products.csv"), products()), ImportOptions.DETECT.withName("products"), Progress.NONE);
        return shop;
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(int item) {
        return COLOURS[item % 12 / 4] + " " + WORDS[item / 12][item % 4];
    }

    private static String products() {
        var rows = new StringBuilder("StockCode,Title,Category,UnitPrice\n");
        for (int i = 0; i < 36; i++) rows.append("i%02d,%s,%s,%s%n".formatted(i, title(i), TASTES[i / 12], price(i)));
        return rows.append("bag,shopping bag,Paper,0.5\nbox,gift box,Paper,0.9\n").toString();
    }

    private static String price(int item) {
        return String.format(Locale.ROOT, "%.2f", 1 + item % 12 * 0.75);
    }

    public static String orders(boolean texts) {
        var random = new SplittableRandom(11);
        var rows = new StringBuilder("InvoiceNo,CustomerID,StockCode,Quantity,InvoiceDate,Stars" + (texts ? ",Title,Category,UnitPrice" : "") + "\n");
        int number = 1000;
        for (int c = 0; c < CUSTOMERS; c++) {
            for (int o = 0; o < ORDERS; o++) {
                number++;
                String at = "2024-%02d-%02d %02d:00:00".formatted(1 + o / 2, 1 + (c * 5 + o * 11) % 28, 8 + c % 10);
                for (int l = 0; l < LINES; l++) line(rows, number, c, c % 3 * 12 + random.nextInt(12), at, random, texts);
                if (random.nextInt(3) == 0) rows.append(row(number, c + ".0", random.nextBoolean() ? "bag" : "box", 1, at, 3, texts ? ",gift box,Paper,0.9" : ""));
            }
        }
        return rows.toString();
    }

    private static void line(StringBuilder rows, int number, int c, int item, String at, SplittableRandom random, boolean texts) {
        String more = texts ? ", " + title(item) + " ," + TASTES[item / 12] + "," + price(item) : "";
        String row = row(number, random.nextInt(12) == 0 ? "" : c + ".0", "i%02d".formatted(item), 1 + random.nextInt(4), at, 1 + (item + c) % 5, more);
        rows.append(row);
        if (random.nextInt(15) == 0) rows.append(row);
        if (random.nextInt(20) == 0) rows.append(row("C" + number, c + ".0", "i%02d".formatted(item), -1, at, 1, more));
    }

    private static String row(Object number, String customer, String item, int quantity, String at, int stars, String more) {
        return number + "," + customer + "," + item + "," + quantity + "," + at + "," + stars + more + "\n";
    }
}
