package shelfwise.ui.pipelines.look;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shelfwise.app.look.LookService;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.Product;
import shelfwise.inspect.SimilarityMatrix;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.HeatMap;
import shelfwise.ui.kit.HeatScale;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.StatePane;

/** How alike the products most customers have are, by who has them in a model's training data. */
final class MatrixView extends StackPane {
    private final Product product;
    private final LookViewModel model;
    private final UiContext ui;
    private final StatePane state = new StatePane();

    MatrixView(Product product, LookViewModel model, UiContext ui) {
        this.product = product;
        this.model = model;
        this.ui = ui;
        getChildren().add(state);
        read();
    }

    private void read() {
        state.showBusy(ui.text("look.matrix.making"));
        model.ask((service, catalogue, progress) -> service.likeness(product, catalogue, progress), found -> found.ifPresentOrElse(this::draw,
                () -> state.showEmpty(new EmptyState(Icons.STALE, ui.text("look.gone"), ui.text("look.gone.help")))), cause -> state.showError(cause, ui.messages(), this::read));
    }

    private void draw(LookService.Likeness likeness) {
        SimilarityMatrix matrix = likeness.matrix();
        List<String> names = likeness.items().stream().map(PortContent.Titled::title).toList();
        var map = new HeatMap(ui.palette(), ui.numbers());
        map.setId("look-matrix");
        map.tellBy(c -> ui.text("look.matrix.cell", names.get(c.row()), names.get(c.column()), ui.numbers().number(matrix.value(c.row(), c.column())),
                ui.numbers().count(matrix.support(c.row(), c.column()))));
        map.show(cells(matrix), names, names, HeatScale.sequential(0, most(matrix), ui.text("look.matrix.legend")));
        var note = new Label(ui.text("look.matrix.note", names.size()));
        note.getStyleClass().addAll("caption", "look-note");
        note.setWrapText(true);
        VBox.setVgrow(map, Priority.ALWAYS);
        state.showContent(new VBox(note, map));
    }

    /** The largest value beside the diagonal: the colours are for telling those apart. */
    private static double most(SimilarityMatrix matrix) {
        double most = 0;
        for (int r = 0; r < matrix.size(); r++) for (int c = 0; c < r; c++) most = Math.max(most, matrix.value(r, c));
        return most > 0 ? most : 1;
    }

    private static HeatMap.Matrix cells(SimilarityMatrix matrix) {
        return new HeatMap.Matrix() {
            @Override public int rows() {
                return matrix.size();
            }

            @Override public int columns() {
                return matrix.size();
            }

            @Override public float at(int row, int column) {
                return matrix.value(row, column);
            }
        };
    }
}
