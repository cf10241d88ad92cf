package shelfwise.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as coloured cells, drawn as one picture however many cells it has. The wheel zooms at the pointer, dragging a frame zooms into
 * it, dragging with the right button moves, double click shows the whole; a click chooses a cell. By keys, arrows choose the next cell, with
 * Shift they move what is seen, + − and 0 zoom.
 */
public final class HeatMap extends Drawn {
    /** Values by row and column; NaN is missing. */
    public interface Matrix {
        int rows();

        int columns();

        float at(int row, int column);

        static Matrix of(float[][] values) {
            return new Matrix() {
                @Override public int rows() {
                    return values.length;
                }

                @Override public int columns() {
                    return values.length == 0 ? 0 : values[0].length;
                }

                @Override public float at(int row, int column) {
                    return values[row][column];
                }
            };
        }
    }

    /** A cell by its indices. */
    public record Cell(int row, int column) { }

    private static final double WHEEL = 1.0015, STEP = 1.5, DRAG = 4, MOVE = 0.1;
    private final Numbers numbers;
    private final HeatFrame frame = new HeatFrame(this);
    private final ReadOnlyObjectWrapper<Optional<Cell>> hovered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Cell>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Function<Cell, String> words = _ -> "";
    private @Nullable Content content;
    private @Nullable HeatMapView view;
    private @Nullable WritableImage picture;
    private HeatFrame.Box plot = new HeatFrame.Box(0, 0, 1, 1);
    private HeatFrame.@Nullable Box rubber;
    private double pressX, pressY, lastX, lastY;

    /** What is shown, with a name for each row and column. */
    record Content(Matrix matrix, List<String> rowNames, List<String> columnNames, HeatScale scale) { }

    /** Colours beside rows and columns of a square matrix, by their index; -1 for none. */
    private IntUnaryOperator marks = _ -> -1;

    public HeatMap(ObservableObjectValue<Palette> palette, Numbers numbers) {
        super(palette, "heat-map");
        this.numbers = numbers;
        setFocusTraversable(true);
        setOnScroll(this::onScroll);
        setOnMousePressed(this::onPress);
        setOnMouseDragged(this::onDrag);
        setOnMouseReleased(this::onRelease);
        setOnMouseClicked(this::onClick);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Shows a matrix; keeps what is seen of it if it has as many rows and columns as the one before. */
    public void show(Matrix matrix, List<String> rowNames, List<String> columnNames, HeatScale scale) {
        if (rowNames.size() != matrix.rows() || columnNames.size() != matrix.columns()) throw new IllegalArgumentException(
                matrix.rows() + " x " + matrix.columns() + " cells, but " + rowNames.size() + " and " + columnNames.size() + " names");
        boolean alike = view != null && view.totalRows() == matrix.rows() && view.totalColumns() == matrix.columns();
        content = matrix.rows() == 0 || matrix.columns() == 0 ? null : new Content(matrix, List.copyOf(rowNames), List.copyOf(columnNames), scale);
        if (content == null) view = null;
        else if (!alike) view = HeatMapView.whole(matrix.rows(), matrix.columns());
        if (!alike) chosen.set(Optional.empty());
        hovered.set(Optional.empty());
        forgetPicture();
        redraw();
    }

    /** Marks each row, and the column of the same index, with a colour of categories; -1 leaves it bare. */
    public void markBy(IntUnaryOperator hueOfRow) {
        marks = hueOfRow;
        redraw();
    }

    public void zoomIn() {
        if (view != null) see(view.zoomed(STEP, 0.5, 0.5));
    }

    public void zoomOut() {
        if (view != null) see(view.zoomed(1 / STEP, 0.5, 0.5));
    }

    /** Shows all cells. */
    public void zoomToAll() {
        if (view != null) see(HeatMapView.whole(view.totalRows(), view.totalColumns()));
    }

    /** What the pointer tells of a cell. */
    public void tellBy(Function<Cell, String> wordsOfCell) {
        words = wordsOfCell;
    }

    public ReadOnlyObjectProperty<Optional<Cell>> hovered() {
        return hovered.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Cell>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(Optional<Cell> cell) {
        if (view != null && cell.isPresent()) see(view.showing(cell.get()));
        chosen.set(cell);
        redraw();
    }

    /** The cell at a point of this control. */
    Optional<Cell> cellAt(double x, double y) {
        return view == null ? Optional.empty() : view.cellAt(plot.shareX(x), plot.shareY(y));
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        HeatMapView seen = view;
        if (content == null || seen == null) return;
        plot = frame.plot(content, seen, width, height);
        if (plot.width() < 1 || plot.height() < 1) return;
        int across = (int) plot.width(), down = (int) plot.height();
        if (picture == null || picture.getWidth() != across || picture.getHeight() != down)
            picture = HeatPicture.of(content.matrix(), seen, content.scale(), palette(), across, down);
        g.setImageSmoothing(false);
        g.drawImage(picture, plot.x(), plot.y());
        frame.drawNames(g, content, seen, plot);
        frame.drawMarks(g, seen, plot, marks);
        frame.drawValues(g, content, seen, plot, numbers);
        hovered.get().ifPresent(c -> frame.drawCell(g, seen, plot, c, palette().muted(), 1));
        chosen.get().ifPresent(c -> {
            frame.drawCell(g, seen, plot, c, palette().ground(), 4); // so that it is seen on light and dark cells alike
            frame.drawCell(g, seen, plot, c, palette().text(), 2);
        });
        if (rubber != null) frame.drawRubber(g, rubber);
        frame.drawLegend(g, content.scale(), width, plot, numbers);
    }

    @Override void hover(double x, double y) {
        Optional<Cell> now = cellAt(x, y);
        if (now.equals(hovered.get())) return;
        hovered.set(now);
        tell(now.map(words).orElse(""));
        redraw();
    }

    private void see(HeatMapView now) {
        if (now.equals(view)) return;
        view = now;
        forgetPicture();
        redraw();
    }

    @Override void recolour() {
        forgetPicture();
        super.recolour();
    }

    private void forgetPicture() {
        picture = null;
    }

    private void onScroll(ScrollEvent e) {
        if (view != null) see(view.zoomed(Math.pow(WHEEL, e.getDeltaY()), Math.clamp(plot.shareX(e.getX()), 0, 1), Math.clamp(plot.shareY(e.getY()), 0, 1)));
        e.consume();
    }

    private void onPress(MouseEvent e) {
        requestFocus();
        pressX = lastX = e.getX();
        pressY = lastY = e.getY();
    }

    private void onDrag(MouseEvent e) {
        if (view == null) return;
        if (e.getButton() == MouseButton.SECONDARY) {
            see(view.moved((lastX - e.getX()) / plot.width(), (lastY - e.getY()) / plot.height()));
            lastX = e.getX();
            lastY = e.getY();
        } else if (Math.hypot(e.getX() - pressX, e.getY() - pressY) > DRAG) {
            rubber = plot.between(pressX, pressY, e.getX(), e.getY());
            redraw();
        }
    }

    private void onRelease(MouseEvent e) {
        if (rubber == null || view == null) return;
        HeatFrame.Box r = rubber;
        rubber = null;
        see(view.within(plot.shareX(r.x()), plot.shareY(r.y()), plot.shareX(r.x() + r.width()), plot.shareY(r.y() + r.height())));
        redraw();
    }

    private void onClick(MouseEvent e) {
        if (!e.isStillSincePress() || e.getButton() != MouseButton.PRIMARY || view == null) return;
        if (e.getClickCount() == 2) {
            see(HeatMapView.whole(view.totalRows(), view.totalColumns()));
            return;
        }
        choose(cellAt(e.getX(), e.getY()));
    }

    private void onKey(KeyEvent e) {
        if (view == null) return;
        if (e.getCode().isArrowKey() && !e.isShiftDown() && !e.isShortcutDown() && !e.isAltDown()) {
            step(view, e.getCode());
            e.consume();
            return;
        }
        HeatMapView now = switch (e.getCode()) {
            case LEFT -> view.moved(-MOVE, 0);
            case RIGHT -> view.moved(MOVE, 0);
            case UP -> view.moved(0, -MOVE);
            case DOWN -> view.moved(0, MOVE);
            case PLUS, ADD, EQUALS -> view.zoomed(STEP, 0.5, 0.5);
            case MINUS, SUBTRACT -> view.zoomed(1 / STEP, 0.5, 0.5);
            case DIGIT0, NUMPAD0 -> HeatMapView.whole(view.totalRows(), view.totalColumns());
            default -> null;
        };
        if (now == null || e.isShortcutDown() || e.isAltDown()) return;
        see(now);
        e.consume();
    }

    /** Chooses the neighbour of the chosen cell, or the first one seen where none is chosen. */
    private void step(HeatMapView seen, KeyCode key) {
        Cell at = chosen.get().orElse(null);
        if (at == null) {
            choose(Optional.of(new Cell((int) seen.top(), (int) seen.left())));
            return;
        }
        int down = key == KeyCode.DOWN ? 1 : key == KeyCode.UP ? -1 : 0, right = key == KeyCode.RIGHT ? 1 : key == KeyCode.LEFT ? -1 : 0;
        choose(Optional.of(new Cell(Math.clamp(at.row() + down, 0, seen.totalRows() - 1), Math.clamp(at.column() + right, 0, seen.totalColumns() - 1))));
    }
}
