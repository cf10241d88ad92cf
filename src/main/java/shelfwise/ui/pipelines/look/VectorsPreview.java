package shelfwise.ui.pipelines.look;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import shelfwise.app.look.PortContent;
import shelfwise.inspect.Projection;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.HeatMap;
import shelfwise.ui.kit.HeatScale;
import shelfwise.ui.kit.ScatterChart;

/** Vectors: all on a plane, the first ones value by value, and how long they are. */
final class VectorsPreview {
    private static final double WIDTH = 420, HEIGHT = 300;

    private VectorsPreview() { }

    static Region of(PortContent.Space space, UiContext ui) {
        var tiles = new Tiles(ui).figure("look.vectors", ui.numbers().count(space.vectors())).figure("look.dimensions", ui.numbers().count(space.dimensions()));
        if (space.vectors() == 0) return tiles;
        tiles.picture("look.plane", plane(space, ui), WIDTH, HEIGHT);
        tiles.picture("look.first-vectors", heat(space, ui), WIDTH, HEIGHT);
        tiles.histogram("look.norms", space.norms(), ui.numbers()::number);
        if (space.plane().number().length < space.vectors()) tiles.note(ui.text("look.plane.some", ui.numbers().count(space.plane().number().length), ui.numbers().count(space.vectors())));
        return tiles;
    }

    private static Region plane(PortContent.Space space, UiContext ui) {
        Projection plane = space.plane();
        var chart = new ScatterChart(ui.palette());
        chart.show(ui.text("look.plane.first", ui.numbers().percent(plane.shareX())), ui.text("look.plane.second", ui.numbers().percent(plane.shareY())),
                plane.x(), plane.y(), space.points().stream().map(PortContent.Titled::title).toList());
        return chart;
    }

    private static Region heat(PortContent.Space space, UiContext ui) {
        double most = 0;
        for (float[] row : space.first()) for (float v : row) most = Math.max(most, Math.abs(v));
        var map = new HeatMap(ui.palette(), ui.numbers());
        int columns = space.first().length == 0 ? 0 : space.first()[0].length;
        List<String> dimensions = IntStream.rangeClosed(1, columns).mapToObj(ui.numbers()::count).toList(), names = space.names().stream().map(PortContent.Titled::title).toList();
        map.tellBy(c -> names.get(c.row()) + "\n" + ui.text("look.dimension", c.column() + 1) + ":  " + ui.numbers().number(space.first()[c.row()][c.column()]));
        map.show(HeatMap.Matrix.of(space.first()), names, dimensions, HeatScale.diverging(most, ui.text("look.value")));
        return map;
    }
}
