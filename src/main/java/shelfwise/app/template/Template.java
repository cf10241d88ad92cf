package shelfwise.app.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shelfwise.data.Role;
import tools.jackson.databind.JsonNode;

/**
 * A pipeline with places for assets and columns. Its file holds:
 *
 * <ul><li>{@code who}: the roles that may say for whom lists are made, the first that is filled does: a basket may stand for a user;
 * <li>{@code needs}: slots that must be filled, alternatives in one text parted by '|'; {@code uses}: those that may be;
 * <li>{@code parts}: files of {@code templates/parts} whose nodes and links come first;
 * <li>{@code nodes} and {@code links} as in a pipeline, each with an optional {@code when};
 * <li>{@code layout}: columns of frames, each with its nodes from top to bottom; {@code parameters}: names with the settings that follow.</ul>
 *
 * In settings <code>{events.item}</code> stands for the column that fills a slot, see {@link Filling}; conditions are told by {@link Bound}.
 * Name, purpose and use are messages: {@code template.NAME.name}, {@code .purpose}, {@code .when}.
 *
 * @param name  as on the command line
 * @param who   in order of preference
 * @param needs of each one slot must be filled
 * @param slots all that can be filled, those of the needs first
 */
public record Template(String name, List<Role> who, List<Need> needs, List<Slot> slots, JsonNode json) {
    public Template {
        who = List.copyOf(who);
        needs = List.copyOf(needs);
        slots = List.copyOf(slots);
    }

    static Template of(String name, JsonNode json) {
        List<Need> needs = texts(json.path("needs")).map(n -> new Need(Stream.of(n.split("\\|")).map(Slot::parse).toList())).toList();
        var slots = new LinkedHashSet<Slot>();
        needs.forEach(n -> slots.addAll(n.anyOf()));
        texts(json.path("uses")).map(Slot::parse).forEach(slots::add);
        List<Role> who = texts(json.path("who")).map(r -> Slot.parse("events." + r).role()).toList();
        return new Template(name, who, needs, new ArrayList<>(slots), json);
    }

    static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue);
    }

    public String nameKey() {
        return "template." + name + ".name";
    }

    public String purposeKey() {
        return "template." + name + ".purpose";
    }

    public String whenKey() {
        return "template." + name + ".when";
    }

    /** The slots of one table. */
    public List<Slot> slots(Source source) {
        return slots.stream().filter(s -> s.source() == source).toList();
    }

    /** The slot that says for whom lists are made. */
    Optional<Slot> who(Choices choices) {
        return who.stream().map(r -> new Slot(Source.EVENTS, r)).filter(choices::fills).findFirst();
    }

    /** The needs that are not met; none if a pipeline can be made. */
    public List<Need> unmet(Choices choices) {
        return needs.stream().filter(n -> !n.met(choices)).toList();
    }
}
