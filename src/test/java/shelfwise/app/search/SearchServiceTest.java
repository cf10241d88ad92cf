package shelfwise.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.evaluate.EvaluateRanking;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;

class SearchServiceTest {
    @TempDir Path folder;

    /** The shop's pipeline with a validation part. */
    private static Pipeline shop(Workspace w) {
        return Overrides.apply(w.pipelines().only(), List.of("split.validation=true"), w.operators());
    }

    private static SearchPlan plan(Workspace w, Pipeline p, SearchMethod method, int trials, int parallel, String... vary) {
        return new SearchPlan(p, "als", w.search().space(p, "als", List.of(vary)), "ndcg", 3, method, trials, 0, 7, false, parallel);
    }

    private static SearchResult search(Workspace w, SearchPlan plan, boolean resume) {
        return w.search().search(plan, resume, Progress.NONE, _ -> { });
    }

    private static List<String> told(SearchResult result) {
        return result.trials().stream().map(t -> t.number() + " " + t.settings() + " " + t.share() + " " + t.score()).toList();
    }

    @Test void aTrialsScoreIsWhatThePipelineMeasuresOnTheValidationPart() {
        try (Workspace w = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline p = shop(w);
            SearchResult result = search(w, plan(w, p, SearchMethod.RANDOM, 3, 1, "factors=2..8"), false);
            Trial first = result.trials().getFirst();
            var judging = EvaluateRanking.Setup.plain(List.of(3), true, EvaluateRanking.Part.VALIDATION);
            Pipeline same = Overrides.apply(p, List.of("als.factors=" + first.settings().get("factors")), w.operators()).set("judge", judging);
            var row = w.runs().run(same, Progress.NONE, _ -> { }).metrics().stream().filter(r -> r.model().equals("als") && r.metric().equals("ndcg") && r.overall()).findFirst();
            assertEquals(row.orElseThrow().value(), first.score());
            double best = result.trials().stream().mapToDouble(Trial::score).max().orElseThrow();
            assertEquals(best, result.best().orElseThrow().score());
        }
    }

    @Test void trialsAreTheSameForAnyNumberAtATimeAndForEachMethod() {
        try (Workspace w = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline p = shop(w);
            for (SearchMethod method : SearchMethod.values()) {
                String[] vary = {"factors=2..8", "regularisation=0.001..100:log"};
                SearchResult alone = search(w, plan(w, p, method, 14, 1, vary), false), beside = search(w, plan(w, p, method, 14, 4, vary), false);
                assertEquals(told(alone), told(beside));
                assertEquals(SearchResult.End.DONE, alone.end());
                assertEquals(method == SearchMethod.HALVING ? 14 + 4 + 1 : 14, alone.trials().size());
            }
        }
    }

    @Test void halvingTriesTheBetterThirdAtThreeTimesTheIterations() {
        try (Workspace w = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline p = Overrides.apply(shop(w), List.of("als.iterations=9"), w.operators());
            SearchResult result = search(w, plan(w, p, SearchMethod.HALVING, 9, 2, "factors=2..30"), false);
            List<Trial> first = result.trials().stream().filter(t -> t.share() < 0.2).toList(), second = result.trials().stream().filter(t -> t.share() > 0.2 && t.share() < 0.5).toList();
            assertEquals(List.of(9, 3, 1), List.of(first.size(), second.size(), result.trials().size() - 12));
            List<String> better = first.stream().sorted(Comparator.comparingDouble((Trial t) -> -t.score()).thenComparingInt(Trial::number)).limit(3).map(t -> t.settings().get("factors")).toList();
            assertEquals(better, second.stream().map(t -> t.settings().get("factors")).toList());
            assertEquals(1.0, result.best().orElseThrow().share());
        }
    }

    @Test void aStoppedSearchGoesOnWhereItWas() {
        List<String> whole;
        try (Workspace w = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline p = shop(w);
            var done = new AtomicInteger();
            SearchPlan plan = plan(w, p, SearchMethod.TPE, 16, 2, "factors=2..30", "regularisation");
            assertThrows(CancellationException.class, () -> w.search().search(plan, true, (_, _) -> {
                if (done.get() >= 5) throw new CancellationException();
            }, _ -> done.incrementAndGet()));
        }
        try (Workspace w = Workspace.open(folder.resolve("shop"))) {
            Pipeline p = shop(w);
            var heard = new ArrayList<Trial>();
            SearchPlan plan = plan(w, p, SearchMethod.TPE, 16, 2, "factors=2..30", "regularisation");
            SearchResult result = w.search().search(plan, true, Progress.NONE, heard::add);
            assertTrue(heard.stream().filter(Trial::kept).count() >= 5, "trials done before the stop were made again");
            assertEquals(16, result.trials().size());
            whole = told(result);
            SearchResult more = search(w, plan(w, p, SearchMethod.TPE, 20, 1, "factors=2..30", "regularisation"), true);
            assertEquals(whole, told(more).subList(0, 16));
            assertEquals(List.of(16L, 4L), List.of(more.trials().stream().filter(Trial::kept).count(), more.trials().stream().filter(t -> !t.kept()).count()));
            assertEquals(whole, told(search(w, plan, false)));
        }
    }

    @Test void trialsAreRunsThatBuryNoOthers() {
        try (Workspace w = SmallShop.trained(folder.resolve("shop"))) {
            var before = w.runs().list();
            var models = w.models().list();
            SearchResult result = search(w, plan(w, shop(w), SearchMethod.RANDOM, 4, 1, "factors=2..30"), false);
            assertEquals(before, w.runs().list());
            assertEquals(models, w.models().list());
            Trial last = result.trials().getLast();
            assertTrue(w.runs().metrics(last.run()).stream().anyMatch(r -> r.metric().equals("ndcg") && r.k() == 3 && r.value() == last.score()));
            var kept = w.runs().trials(result.id());
            assertEquals(List.of(1, 2, 3, 4), List.copyOf(kept.keySet()));
            assertEquals("shop · als 4", kept.get(4).pipeline());
            assertTrue(kept.get(4).pipelineJson().contains("\"factors\": " + last.settings().get("factors")), kept.get(4).pipelineJson());
            assertEquals("orders", kept.get(4).data().getFirst().asset());
        }
    }

    @Test void theBestGoesIntoThePipelineAndTheSearchStaysTheSame() {
        try (Workspace w = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline p = shop(w);
            SearchResult result = search(w, plan(w, p, SearchMethod.RANDOM, 6, 1, "factors=2..30", "regularisation=0.001..100:log"), false);
            Trial best = result.best().orElseThrow();
            Pipeline with = w.search().with(p, "als", best);
            var form = w.operators().form(with.node("als"));
            best.settings().forEach((name, text) -> assertEquals(text, form.text(name, form.get(with.node("als").settings(), name))));
            assertEquals(p.node("item-knn"), with.node("item-knn"));
            assertEquals(result.id(), search(w, plan(w, with, SearchMethod.RANDOM, 6, 1, "factors=2..30", "regularisation=0.001..100:log"), true).id());
            Pipeline other = Overrides.apply(p, List.of("als.iterations=3"), w.operators());
            assertNotEquals(result.id(), search(w, plan(w, other, SearchMethod.RANDOM, 1, 1, "factors=2..30", "regularisation=0.001..100:log"), true).id());
        }
    }

    @Test void aSmallSpaceIsTriedOnceEachAndThenTheSearchEnds() {
        try (Workspace w = SmallShop.trained(folder.resolve("shop"))) {
            SearchResult result = search(w, plan(w, shop(w), SearchMethod.RANDOM, 50, 2, "factors=2..4"), false);
            assertEquals(List.of("2", "3", "4"), result.trials().stream().map(t -> t.settings().get("factors")).sorted().toList());
            assertEquals(SearchResult.End.ALL_TRIED, result.end());
        }
    }

    @Test void aSplitWithoutAValidationPartIsRefused() {
        try (Workspace w = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline p = Overrides.apply(shop(w), List.of("split.validation=false"), w.operators());
            var refused = assertThrows(ProblemException.class, () -> search(w, plan(w, p, SearchMethod.RANDOM, 2, 1, "factors"), false));
            assertEquals("search.no-validation", refused.problem().key());
            var noFolds = assertThrows(ProblemException.class, () -> search(w, new SearchPlan(shop(w), "als", w.search().space(p, "als", List.of("factors")),
                    "ndcg", 3, SearchMethod.RANDOM, 1, 0, 1, true, 1), false));
            assertEquals("search.no-folds", noFolds.problem().key());
            assertEquals("search.no-model", assertThrows(ProblemException.class, () -> w.search().space(p, "split", List.of("validation"))).problem().key());
        }
    }

    @Test void minutesThatAreOverLeaveASearchToGoOnWith() {
        try (Workspace w = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline p = shop(w);
            SearchPlan whole = plan(w, p, SearchMethod.RANDOM, 40, 1, "factors=2..60");
            SearchPlan brief = new SearchPlan(p, "als", whole.space(), "ndcg", 3, SearchMethod.RANDOM, 40, 1e-6, 7, false, 1);
            SearchResult stopped = search(w, brief, true);
            assertEquals(SearchResult.End.TIME, stopped.end());
            assertTrue(stopped.trials().size() < 40);
            assertFalse(search(w, whole, true).trials().size() < 40);
        }
    }
}
