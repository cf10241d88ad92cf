package shelfwise.ui.lists;

import java.util.Locale;
import shelfwise.app.ItemCard;
import shelfwise.app.ListService.Reason;
import shelfwise.model.Evidence;
import shelfwise.model.Recommendations.Fallback;
import shelfwise.ui.UiContext;

/** Tells the reasons of a row in plain sentences. */
final class WhyWords {
    private static final int TERMS = 4;
    private final UiContext ui;

    WhyWords(UiContext ui) {
        this.ui = ui;
    }

    /** The one sentence that comes first. */
    String sentence(Why.OfRow why) {
        ItemCard item = why.row().item();
        String below = below(item);
        if (why.row().fallback() != Fallback.NONE) return ui.text("lists.why.fallback." + word(why.row().fallback()), item.users(), below);
        if (why.reasons().isEmpty()) return ui.text(popular(why) ? "lists.why.popular" : "lists.why.silent", item.users(), below);
        Reason first = why.reasons().stream().filter(r -> !rule(r)).findFirst().orElse(why.reasons().getFirst());
        String share = ui.numbers().percent(first.part().share());
        return switch (first.part().kind()) {
            case USER -> ui.text("lists.why.user", why.reasons().stream().filter(Reason::user).count(), label(first), first.part().support());
            case ITEM -> item(why, first, share);
            case MODEL -> first.behind().isEmpty() ? ui.text("lists.why.model", label(first), share)
                    : ui.text("lists.why.model.behind", label(first), share, label(first.behind().getFirst()));
            case FEATURE -> ui.text("lists.why.feature", label(first), item.users(), below);
            case INTEREST -> ui.text("lists.why.interest", label(first), share);
            case CUSTOMER -> ui.text("lists.why.customer", String.join(" · ", first.part().terms()), share);
            case RULE -> ui.text("lists.why.rule", label(first));
        };
    }

    private String item(Why.OfRow why, Reason first, String share) {
        Evidence.Part part = first.part();
        if (!part.terms().isEmpty()) return ui.text("lists.why.text", label(first), terms(part), share);
        if (why.model().model().operator().equals("model.als")) return ui.text("lists.why.factors", label(first), share, part.support());
        return ui.text("lists.why.item", label(first), part.support(), share);
    }

    String label(Reason reason) {
        return reason.label(ui.messages());
    }

    /** Whether it tells what a rule did, and not what speaks for the item. */
    static boolean rule(Reason reason) {
        return reason.part().kind() == Evidence.Kind.RULE;
    }

    /** What a rule did, and by how much it changed the score if it did. */
    String ruled(Reason reason) {
        double change = reason.part().contribution();
        if (change == 0) return ui.text("lists.why.ruled", label(reason));
        return ui.text(change > 0 ? "lists.why.ruled.more" : "lists.why.ruled.less", label(reason), ui.numbers().number(Math.abs(change)));
    }

    /** How the item stands among all: never rounded up to more than there are. */
    private String below(ItemCard item) {
        if (item.percentile() >= 1) return ui.text("lists.why.most");
        return ui.text("lists.why.below", ui.numbers().percent(Math.floor(item.percentile() * 1000) / 1000));
    }

    private static boolean popular(Why.OfRow why) {
        return why.model().model().operator().equals("model.popularity");
    }

    String sentence(Why.OfPair why) {
        String key = why.common().all() == 0 ? "lists.why.pair.none" : "lists.why.pair";
        return ui.text(key, why.item().label(), why.other().item().label(), why.common().all(), why.item().users(), why.other().item().users());
    }

    /** What is known of one part besides its share. */
    String detail(Reason reason) {
        Evidence.Part part = reason.part();
        var words = new StringBuilder(ui.text("lists.why.share", ui.numbers().percent(part.share()), ui.numbers().number(part.contribution())));
        if (!Double.isNaN(part.similarity())) words.append('\n').append(ui.text("lists.why.similarity", ui.numbers().number(part.similarity())));
        if (part.support() >= 0) words.append('\n').append(ui.text(reason.user() ? "lists.why.support.items" : "lists.why.support.users", part.support()));
        if (part.kind() == Evidence.Kind.ITEM && !part.terms().isEmpty()) words.append('\n').append(ui.text("lists.why.terms", terms(part)));
        if (!reason.behind().isEmpty()) words.append('\n').append(ui.text("lists.why.behind"));
        for (Reason b : reason.behind()) words.append('\n').append(ui.text("lists.why.behind.one", label(b), ui.numbers().percent(b.part().share())));
        return words.toString();
    }

    private String terms(Evidence.Part part) {
        return ui.list(part.terms().stream().limit(TERMS).map(t -> ui.text("lists.quoted", t)));
    }

    String fallback(Fallback fallback) {
        return ui.text("lists.fallback." + word(fallback));
    }

    static String word(Fallback fallback) {
        return fallback.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
