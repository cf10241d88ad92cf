package shelfwise.ui.pipelines.look;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.Product;
import shelfwise.data.LearningCurve;
import shelfwise.ingest.AssetSource;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** A step's own view, beside the canvas: each of its outputs in full, and the places where one goes on from there. */
final class NodeView extends BorderPane {
    private final LookViewModel model;
    private final Previews previews;
    private final UiContext ui;
    private final List<PreviewPane> panes;

    /** @param first the output shown first @param pin pins an output or takes it off @param close takes the view away */
    NodeView(Node node, PortRef first, LookViewModel model, Previews previews, java.util.function.Consumer<PortRef> pin, Runnable close, UiContext ui) {
        this.model = model;
        this.previews = previews;
        this.ui = ui;
        getStyleClass().add("node-view");
        setId("node-view");
        List<Port> outputs = model.outputs(node);
        panes = outputs.stream().map(p -> {
            var ref = new PortRef(node.id(), p.name());
            return new PreviewPane(ref, model, this::draw, ui).button("look.pin", Icons.PIN, () -> pin.accept(ref)).button("look.close", Icons.CLOSE, close);
        }).toList();
        if (panes.size() == 1) setCenter(panes.getFirst());
        else {
            var tabs = new TabPane();
            tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
            for (int i = 0; i < panes.size(); i++) tabs.getTabs().add(new Tab(ui.text(outputs.get(i).type().nameKey()), panes.get(i)));
            tabs.getSelectionModel().select(outputs.stream().map(Port::name).toList().indexOf(first.port()));
            setCenter(tabs);
        }
        var links = links(node, outputs);
        if (links.getChildren().isEmpty()) return;
        setBottom(links);
        if (node.settings() instanceof AssetSource.Setup) return; // an asset is there before it is read
        BooleanBinding any = Bindings.createBooleanBinding(() -> panes.stream().anyMatch(p -> p.there().get()), panes.stream().map(PreviewPane::there).toArray(Observable[]::new));
        links.visibleProperty().bind(any);
        links.managedProperty().bind(any);
    }

    private Region draw(PortContent content, Product product) {
        return switch (content) {
            case PortContent.Rows c -> new ProfileView(c.table(), model, ui);
            case PortContent.Goods c -> tabs("look.rows", previews.of(c, product), "look.profile", new ProfileView(c.attributes(), model, ui));
            case PortContent.Trained c -> trained(c, product);
            case PortContent.Ranked c -> new ListsView(c, product, model, ui);
            case PortContent.Events _, PortContent.Parts _, PortContent.Space _ -> previews.of(content, product);
            case PortContent.Judged _ -> judged(previews.of(content, product));
        };
    }

    private Region judged(Region metrics) {
        if (!(metrics instanceof MetricsPreview preview)) return metrics;
        return preview.parallels().<Region>map(p -> tabs("look.metrics", preview, "look.sweep", p)).orElse(preview);
    }

    private TabPane trained(PortContent.Trained c, Product product) {
        TabPane tabs = tabs("look.model", previews.of(c, product), "look.matrix", new MatrixView(product, model, ui));
        if (!c.curve().points().isEmpty()) tabs.getTabs().add(1, new Tab(ui.text("look.learning"), learning(c.curve(), product)));
        return tabs;
    }

    /** What does not fit is scrolled to: the advice stands below the charts. */
    private ScrollPane learning(LearningCurve curve, Product product) {
        var scroll = new ScrollPane(new LearningPane(curve, product, model, ui));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(ui.text("look.learning"));
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    private TabPane tabs(String firstKey, Region first, String secondKey, Region second) {
        var tabs = new TabPane(new Tab(ui.text(firstKey), first), new Tab(ui.text(secondKey), second));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    /** Where more is seen of what it made. */
    private FlowPane links(Node node, List<Port> outputs) {
        var links = new FlowPane();
        links.getStyleClass().add("look-links");
        if (node.settings() instanceof AssetSource.Setup source && !source.asset().isEmpty()) {
            link(links, "look.go.quality", "quality", Target.of("asset", source.asset()));
            link(links, "look.go.assets", "assets", Target.of("asset", source.asset()));
        }
        for (PortType type : outputs.stream().map(Port::type).distinct().toList()) {
            switch (type) {
                case MODEL -> {
                    link(links, "look.go.lists", "lists", Target.of("model", node.id()));
                    link(links, "look.go.similarity", "similarity", Target.of("model", node.id()));
                    link(links, "look.go.compare", "compare", Target.NONE);
                }
                case METRICS -> link(links, "look.go.compare", "compare", Target.NONE);
                case LISTS -> {
                    model.into(node.id(), PortType.MODEL).ifPresent(m -> link(links, "look.go.lists", "lists", Target.of("model", m.node())));
                    link(links, "look.go.snapshots", "snapshots", Target.NONE);
                }
                case TABLE, INTERACTIONS, CATALOGUE, VECTORS, SPLIT -> { }
            }
        }
        return links;
    }

    private void link(FlowPane links, String key, String place, Target target) {
        var link = new Hyperlink(ui.text(key));
        link.setOnAction(_ -> ui.go(place, target));
        links.getChildren().add(link);
    }

    void refresh() {
        panes.forEach(PreviewPane::refresh);
    }

    /** The step stands otherwise. */
    void turned() {
        panes.forEach(PreviewPane::turned);
    }

    void leave() {
        panes.forEach(PreviewPane::leave);
    }
}
