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
        Reason first = why.reasons().getFirst();
        Evidence.Part part = first.part();
        String share = ui.numbers().percent(part.share());
        if (first.user()) return ui.text("lists.why.user", why.reasons().size(), first.label(), part.support());
        if (!part.terms().isEmpty()) return ui.text("lists.why.text", first.label(), terms(part), share);
        if (why.model().model().operator().equals("model.als")) return ui.text("lists.why.factors", first.label(), share, part.support());
        return ui.text("lists.why.item", first.label(), part.support(), share);
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
        if (!part.terms().isEmpty()) words.append('\n').append(ui.text("lists.why.terms", terms(part)));
        return words.toString();
    }

    private String terms(Evidence.Part part) {
        return String.join(ui.text("lists.comma"), part.terms().stream().limit(TERMS).map(t -> ui.text("lists.quoted", t)).toList());
    }

    String fallback(Fallback fallback) {
        return ui.text("lists.fallback." + word(fallback));
    }

    static String word(Fallback fallback) {
        return fallback.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
