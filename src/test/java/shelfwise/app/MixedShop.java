package shelfwise.app;

import java.nio.file.Path;
import java.util.List;
import shelfwise.base.Progress;
import shelfwise.model.FitPopularity;
import shelfwise.model.rerank.FitRules;
import shelfwise.model.rerank.Rule;
import shelfwise.model.rerank.Rule.Act;
import shelfwise.model.rerank.Rule.Scope;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;

/** The {@link SmallShop} with models whose rows have reasons of other kinds: models, rules, properties. */
public final class MixedShop {
    private MixedShop() { }

    /** A second pipeline, "mixed", with the models "mix", "ruled" and "by-kind". */
    public static Workspace trained(Path folder) {
        Workspace shop = SmallShop.trained(folder);
        var rules = List.of(new Rule(Act.PIN, Scope.ITEM, "k5", 1), new Rule(Act.BOOST, Scope.CATEGORY, "Garden", 2.5), new Rule(Act.CAP, Scope.EVERYTHING, "", 1));
        Pipeline p = SmallShop.pipeline(shop.operators());
        p = new Pipeline("mixed", p.nodes(), p.links());
        p = add(p, shop, "hybrid.weighted", "mix", shop.operators().operator("hybrid.weighted").defaults());
        p = add(p, shop, "rerank.rules", "ruled", new FitRules.Setup(rules, "", 200, true));
        p = add(p, shop, "model.popularity", "by-kind", new FitPopularity.Setup(0, FitPopularity.Counting.USERS, 0, true));
        p = add(p, shop, "lists.top-n", "lists-ruled", shop.operators().operator("lists.top-n").defaults());
        p = p.link(new Link("split", "split", "mix", "split")).link(new Link("item-knn", "model", "mix", "model")).link(new Link("als", "model", "mix", "model"))
                .link(new Link("mix", "model", "ruled", "model")).link(new Link("catalogue", "catalogue", "ruled", "catalogue"))
                .link(new Link("split", "split", "by-kind", "split")).link(new Link("catalogue", "catalogue", "by-kind", "catalogue"))
                .link(new Link("ruled", "model", "lists-ruled", "model"));
        shop.pipelines().write(p);
        var report = shop.runs().run(p, Progress.NONE, _ -> { });
        if (!report.problems().isEmpty()) throw new AssertionError(report.problems().toString());
        return shop;
    }

    private static Pipeline add(Pipeline p, Workspace shop, String operator, String id, Record settings) {
        return p.add(new Node(id, operator, shop.operators().operator(operator).version(), settings, "", 0, 0));
    }
}
