package shelfwise.ui.pipelines;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import javafx.scene.Node;
import shelfwise.base.Problem;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.pipelines.canvas.NodeLook;

/** Names, states and sizes of nodes in words and icons. */
final class NodeWords {
    private static final Problem NONE = Problem.of("pipeline.node-refused", "");
    private final OperatorCatalogue operators;
    private final UiContext ui;

    NodeWords(OperatorCatalogue operators, UiContext ui) {
        this.operators = operators;
        this.ui = ui;
    }

    /** What the canvas calls it: its label, else the operator's name. */
    String name(shelfwise.pipeline.Node node) {
        return node.label().isEmpty() ? operator(node) : node.label();
    }

    String operator(shelfwise.pipeline.Node node) {
        return ui.text("op." + node.operator() + ".name");
    }

    /** A problem's place with the names of settings in words, without the node itself. */
    String place(String where, shelfwise.pipeline.Node node) {
        return ui.list(Arrays.stream(where.split(": ")).filter(part -> !part.equals(node.id()))
                .map(part -> ui.messages().find("op." + node.operator() + "." + part).orElse(part)));
    }

    /** The first word of the operator's id. */
    static String group(shelfwise.pipeline.Node node) {
        int dot = node.operator().indexOf('.');
        return dot < 0 ? node.operator() : node.operator().substring(0, dot);
    }

    static Icons groupIcon(String group) {
        return switch (group) {
            case "source" -> Icons.ASSETS;
            case "prepare" -> Icons.PREPARE;
            case "split" -> Icons.SPLIT;
            case "model" -> Icons.MODEL;
            case "vectors" -> Icons.VECTORS;
            case "hybrid" -> Icons.COMBINE;
            case "rerank" -> Icons.RERANK;
            case "evaluate" -> Icons.COMPARE;
            case "lists" -> Icons.LISTS;
            default -> Icons.PIPELINES;
        };
    }

    /** What a step that can't run lacks; that it is not ready, where that takes more words than a few. */
    String unready(Problem why) {
        boolean input = why.key().equals("pipeline.input-missing");
        return why.args().stream().filter(a -> input && a instanceof PortType).findFirst().map(type -> ui.text("pipelines.needs." + ((PortType) type).word())).orElseGet(() -> ui.text("pipelines.state.unready"));
    }

    /** The state's word, without more. */
    String state(NodeEvent state, boolean running) {
        String word = word(state);
        return ui.text("pipelines.state." + (word.equals("waiting") && !running ? "not-run" : word));
    }

    /** @return waiting, running, done, cached, failed, skipped or cancelled */
    static String word(NodeEvent state) {
        return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** As {@link #told(NodeEvent, shelfwise.pipeline.Node, boolean)}, with the time that a node that runs still needs. */
    String told(NodeEvent state, shelfwise.pipeline.Node node, NodeStates states, boolean running) {
        String told = told(state, node, running);
        if (!(state instanceof NodeEvent.Running r)) return told;
        OptionalLong left = states.leftMillis(r);
        return left.isEmpty() ? told : ui.text("pipelines.state.with", told, ui.text("pipelines.left", ui.numbers().timeLeft(left.getAsLong())));
    }

    /** As {@link #told(NodeEvent, shelfwise.pipeline.Node, NodeStates, boolean)}, on a box, whose icon and bar say that it runs: in so few words that the time left is not cut. */
    private String onBox(NodeEvent state, shelfwise.pipeline.Node node, NodeStates states, boolean running) {
        OptionalLong left = state instanceof NodeEvent.Running r ? states.leftMillis(r) : OptionalLong.empty();
        if (left.isEmpty()) return told(state, node, states, running);
        String time = ui.text("pipelines.left", ui.numbers().timeLeft(left.getAsLong()));
        return state instanceof NodeEvent.Running r && r.total() > 0 ? ui.text("pipelines.state.with", ui.text("pipelines.percent", Math.min(100, 100 * r.done() / r.total())), time) : time;
    }

    /** The state with how far or how much: as long as fits on a box. */
    String told(NodeEvent state, shelfwise.pipeline.Node node, boolean running) {
        String word = state(state, running);
        return switch (state) {
            case NodeEvent.Running r when r.total() > 0 -> ui.text("pipelines.state.with", word, ui.text("pipelines.percent", Math.min(100, 100 * r.done() / r.total())));
            case NodeEvent.Done d when !sizes(node, d.rows()).isEmpty() -> ui.text("pipelines.state.with", word, sizes(node, d.rows()));
            case NodeEvent.Cached c when !sizes(node, c.rows()).isEmpty() -> ui.text("pipelines.state.with", word, sizes(node, c.rows()));
            default -> word;
        };
    }

    private String sizes(shelfwise.pipeline.Node node, Map<String, Long> rows) {
        return ui.list(outputs(node).stream().map(p -> size(p, rows)).filter(s -> !s.isEmpty()));
    }

    /** How much an output holds, such as "397,884 events"; empty for a model. */
    String size(Port port, Map<String, Long> rows) {
        Long size = rows.get(port.name());
        return size == null ? "" : ui.messages().find("pipelines.size." + port.type().word()).map(_ -> ui.text("pipelines.size." + port.type().word(),
                ui.numbers().count(size))).orElse("");
    }

    private List<Port> outputs(shelfwise.pipeline.Node node) {
        return operators.find(node.operator()).map(Operator::outputs).orElse(List.of());
    }

    /** Whether a node that has not run can't, as it is. */
    static boolean unready(NodeEvent state, NodeStates states) {
        return state instanceof NodeEvent.Waiting && states.findings().containsKey(state.node());
    }

    static Node warning() {
        var picture = Icons.WARNING.icon();
        picture.getStyleClass().add("severity-warning");
        return picture;
    }

    /** How its box on the canvas shows the node. */
    NodeLook look(shelfwise.pipeline.Node node, NodeStates states) {
        boolean running = states.live(node.id());
        NodeEvent now = states.of(node.id());
        String group = group(node);
        if (unready(now, states)) return new NodeLook(name(node), operator(node), group, groupIcon(group), unready(states.findings().getOrDefault(node.id(), NONE)), "unready", Icons.WARNING, "severity-warning", -1);
        if (!node.enabled()) return new NodeLook(name(node), operator(node), group, groupIcon(group), ui.text("pipelines.state.off"), "off", Icons.SKIPPED, "muted", -1);
        if (!running && now instanceof NodeEvent.Waiting && states.stale(node.id())) {
            return new NodeLook(name(node), operator(node), group, groupIcon(group), ui.text("pipelines.state.stale"), "stale", Icons.CACHED, "severity-warning", -1);
        }
        double progress = now instanceof NodeEvent.Running r ? r.total() > 0 ? (double) r.done() / r.total() : 0 : -1;
        return new NodeLook(name(node), operator(node), group, groupIcon(group), onBox(now, node, states, running), word(now), stateIcon(now), severity(now), progress);
    }

    static Node icon(NodeEvent state) {
        var picture = stateIcon(state).icon();
        picture.getStyleClass().add(severity(state));
        return picture;
    }

    private static Icons stateIcon(NodeEvent state) {
        return switch (state) {
            case NodeEvent.Waiting _ -> Icons.WAITING;
            case NodeEvent.Running _ -> Icons.RUNNING;
            case NodeEvent.Done _ -> Icons.DONE;
            case NodeEvent.Cached _ -> Icons.CACHED;
            case NodeEvent.Failed _ -> Icons.ERROR;
            case NodeEvent.Skipped _ -> Icons.SKIPPED;
            case NodeEvent.Cancelled _ -> Icons.CANCELLED;
        };
    }

    private static String severity(NodeEvent state) {
        return switch (state) {
            case NodeEvent.Done _, NodeEvent.Cached _ -> "severity-good";
            case NodeEvent.Failed _ -> "severity-error";
            case NodeEvent.Running _ -> "severity-info";
            case NodeEvent.Skipped _, NodeEvent.Cancelled _ -> "severity-warning";
            case NodeEvent.Waiting _ -> "muted";
        };
    }
}
