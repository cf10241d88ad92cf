package shelfwise.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;

/**
 * Finds the table in a sheet: the first block of columns with no blank column inside, its header (several rows where cells are merged,
 * their names joined), and where the data begins. Titles above are left out; other blocks are told of.
 */
final class SheetSniffer {
    private static final int ROWS = 2000;
    /** Header rows at most; a cell merged over more stands beside data. */
    private static final int DEEPEST = 8;

    private final String sheet;
    private final List<Problem> notes = new ArrayList<>();
    private final TreeMap<Integer, List<@Nullable String>> grid = new TreeMap<>();
    private final List<Book.Area> merged;

    private record Block(int left, int right) {
        int width() {
            return right - left + 1;
        }
    }

    /** Header rows, from 0, both inclusive. */
    private record Header(int top, int bottom) { }

    private SheetSniffer(Book book, String sheet, int skip) {
        this.sheet = sheet;
        book.read(sheet, (number, cells) -> {
            if (number >= skip) grid.put(number, cells);
            return grid.size() < ROWS;
        });
        merged = book.merged(sheet);
    }

    /** @throws shelfwise.base.ProblemException if there is no such sheet, or it holds nothing or only a header */
    static Layout layout(SourceFile file, ImportOptions options) {
        try (Book book = Book.open(file)) {
            String sheet = choose(book, file, options.sheet());
            var sniffer = new SheetSniffer(book, sheet, options.skipLines().orElse(0));
            if (sniffer.grid.isEmpty()) throw Problem.of("ingest.empty-sheet", file.where(), sheet, book.sheets()).asException();
            if (options.sheet().isEmpty()) sniffer.tellOthers(book);
            return sniffer.found(file, options);
        }
    }

    /** The sheet by name or by number from 1; the first that holds anything if none was chosen. */
    private static String choose(Book book, SourceFile file, Optional<String> chosen) {
        List<String> sheets = book.sheets();
        if (chosen.isEmpty()) {
            return sheets.stream().filter(s -> holdsAnything(book, s)).findFirst().orElseThrow(() -> Problem.of("ingest.empty", file.where()).asException());
        }
        String name = chosen.get();
        if (sheets.contains(name)) return name;
        if (name.matches("\\d{1,4}") && Integer.parseInt(name) >= 1 && Integer.parseInt(name) <= sheets.size()) return sheets.get(Integer.parseInt(name) - 1);
        throw Problem.of("ingest.no-such-sheet", file.where(), name, sheets).asException();
    }

    private static boolean holdsAnything(Book book, String sheet) {
        var any = new boolean[1];
        book.read(sheet, (_, _) -> {
            any[0] = true;
            return false;
        });
        return any[0];
    }

    /** Nobody chose this sheet: what else there is should be known. */
    private void tellOthers(Book book) {
        List<String> others = book.sheets().stream().filter(s -> !s.equals(sheet) && holdsAnything(book, s)).toList();
        if (!others.isEmpty()) notes.add(Problem.of("ingest.other-sheets", sheet, others));
    }

    private Layout found(SourceFile file, ImportOptions options) {
        List<Block> blocks = blocks();
        Block block = blocks.stream().filter(b -> b.width() > 1).findFirst().orElse(blocks.getFirst());
        List<String> others = blocks.stream().filter(b -> !b.equals(block)).map(b -> letters(b.left()) + "-" + letters(b.right())).toList();
        if (!others.isEmpty()) notes.add(Problem.of("ingest.other-blocks", sheet, letters(block.left()) + "-" + letters(block.right()), others));
        Header header = header(block, options.skipLines().isPresent());
        Sample below = sample(block, header.bottom());
        boolean named = options.header().orElseGet(() -> header.bottom() > header.top() || Structure.isHeader(below, 0));
        int data = named ? header.bottom() + 1 : header.top();
        Sample sample = sample(block, data);
        if (sample.rows().isEmpty()) throw Problem.of("ingest.only-header", file.where()).asException();
        List<String> names = Structure.names(named ? joined(block, header) : List.of(), block.width());
        TextSniffer.checkNames(options, names);
        if (named && header.bottom() > header.top()) notes.add(Problem.of("ingest.header-joined", sheet, header.top() + 1, header.bottom() + 1));
        return new Layout(file, new SheetRows(file, sheet, data, block.left(), block.right()), Optional.empty(), Dialect.COMMA, named,
                named ? header.top() : data, sheet, names, block.width(), Roles.guess(names, named, sample, options.roles()), notes);
    }

    private List<Block> blocks() {
        var occupied = new java.util.BitSet();
        for (var cells : grid.values()) for (int c = 0; c < cells.size(); c++) if (cells.get(c) != null && !cells.get(c).isBlank()) occupied.set(c);
        if (occupied.isEmpty()) occupied.set(0);
        var blocks = new ArrayList<Block>();
        for (int from = occupied.nextSetBit(0); from >= 0; ) {
            int to = occupied.nextClearBit(from);
            blocks.add(new Block(from, to - 1));
            from = occupied.nextSetBit(to);
        }
        return blocks;
    }

    /** From the first row that fills half the block, up and down over merged cells. */
    private Header header(Block block, boolean first) {
        int full = first ? grid.firstKey() : grid.keySet().stream().filter(r -> filled(block, r) * 2 >= block.width() && (filled(block, r) > 1 || block.width() == 1))
                .findFirst().orElse(grid.firstKey());
        int top = full, bottom = full;
        while (!first && grid.containsKey(top - 1) && joins(block, top - 1)) top--;
        if (top < full && values(block, full) * 3 > block.width()) return new Header(top, full - 1); // names alone were above
        for (int r = top; r <= bottom; r++) for (Book.Area a : areas(block, r)) if (a.bottom() - top < DEEPEST) bottom = Math.max(bottom, a.bottom());
        if (grid.containsKey(bottom + 1) && joins(block, bottom) && namesBelow(block, bottom)) bottom++;
        return new Header(top, bottom);
    }

    private long filled(Block block, int row) {
        return IntStream.rangeClosed(block.left(), block.right()).filter(c -> !text(row, c).isBlank()).count();
    }

    private long values(Block block, int row) {
        return IntStream.rangeClosed(block.left(), block.right()).filter(c -> ColumnScan.looksLikeValue(text(row, c))).count();
    }

    private List<Book.Area> areas(Block block, int topRow) {
        return merged.stream().filter(a -> a.top() == topRow && a.left() >= block.left() && a.left() <= block.right()).toList();
    }

    /** Whether a row has names over several columns: merged cells side by side, but not all across as a title has. */
    private boolean joins(Block block, int row) {
        return merged.stream().anyMatch(a -> a.top() <= row && a.bottom() >= row && a.right() > a.left() && a.left() >= block.left()
                && a.left() <= block.right() && a.right() - a.left() + 1 < block.width());
    }

    /** Whether names, not values, stand under the joined cells that end in {@code row}. */
    private boolean namesBelow(Block block, int row) {
        return merged.stream().filter(a -> a.bottom() == row && a.right() > a.left() && a.left() >= block.left() && a.left() <= block.right())
                .flatMapToInt(a -> IntStream.rangeClosed(a.left(), a.right())).mapToObj(c -> text(row + 1, c))
                .allMatch(t -> !t.isBlank() && !ColumnScan.looksLikeValue(t));
    }

    private String text(int row, int column) {
        List<@Nullable String> cells = grid.get(row);
        String text = cells == null ? null : SheetRows.cell(cells, column);
        return text == null || text.equals(Book.ERROR) ? "" : text;
    }

    /** For each column its names from top to bottom; a merged cell names all its columns. */
    private List<String> joined(Block block, Header header) {
        var names = new ArrayList<String>();
        for (int c = block.left(); c <= block.right(); c++) {
            Set<String> parts = new LinkedHashSet<>();
            for (int r = header.top(); r <= header.bottom(); r++) {
                int row = r, column = c;
                Optional<Book.Area> area = merged.stream().filter(a -> a.top() <= row && a.bottom() >= row && a.left() <= column && a.right() >= column).findFirst();
                String part = area.map(a -> text(a.top(), a.left())).orElse(text(r, c)).strip();
                if (!part.isEmpty()) parts.add(part);
            }
            names.add(String.join(" / ", parts));
        }
        return names;
    }

    private Sample sample(Block block, int fromRow) {
        var rows = new ArrayList<List<String>>();
        var lines = new ArrayList<Long>();
        grid.tailMap(fromRow, true).forEach((number, _) -> {
            List<String> row = IntStream.rangeClosed(block.left(), block.right()).mapToObj(c -> text(number, c)).toList();
            if (row.stream().allMatch(String::isBlank)) return;
            rows.add(row);
            lines.add(number + 1L);
        });
        return new Sample(rows, lines, 0);
    }

    private static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + letters(column % 26);
    }
}
