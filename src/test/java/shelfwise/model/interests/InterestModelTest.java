package shelfwise.model.interests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.data.Vectors;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Interest;
import shelfwise.model.Tiny;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.model.vectors.DenseSpace;

/**
 * Drinks i0 i1 i2 along the first axis, lamps i3 i4 i5 along the second, i6 between the two and never sold, i7 without a vector. i0 and i3
 * lie on the axes, i1 and i4 lean to the third, i2 and i5 to its other side, by 3/5: cosines within a kind 4/5, or 16/25 − 9/25 = 7/25.
 */
class InterestModelTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final float[] VALUES = {1, 0, 0, 4, 0, 3, 4, 0, -3, 0, 1, 0, 0, 4, 3, 0, 4, -3, 1, 1, 0};
    private static final Vectors VECTORS = new Vectors(Tiny.ids("i", 7), 3, VALUES);

    private static Catalogue catalogue() {
        var schema = Schema.of(new Field("title", ColumnType.TEXT, Role.TITLE), new Field("kind", ColumnType.TEXT, Role.CATEGORY));
        return new Catalogue(Tiny.ids("i", 8), TableBuilder.of(schema,
                TextCells.of("红色 wine 1995", "white wine", "old wine", "table lamp", "lamp", "lamp small", "glass", "x"),
                TextCells.of("Drinks", "Drinks", "Drinks", "Light", "Light", "Light", null, null)));
    }

    private static InterestModel fit(FitInterests.Setup setup, Optional<Catalogue> catalogue, Interactions events) {
        return FitInterests.fit("interests", events, DenseSpace.of(events.items(), VECTORS), catalogue, setup, new Workers(2), Progress.NONE);
    }

    private static FitInterests.Setup setup(FitInterests.Method method, int most, double halfLife) {
        return new FitInterests.Setup(method, 2, most, halfLife, Weights.BINARY, 5, 3);
    }

    private static Interactions events() {
        return Tiny.drawn("xx x    ", "xxx     ", "   xxx  ");
    }

    private static List<Interest> interests(InterestModel model, int... items) {
        float[] weight = new float[items.length];
        java.util.Arrays.fill(weight, 1);
        return model.interests(new History(items, weight));
    }

    @ParameterizedTest @EnumSource
    void aUserHasTheInterestsOfTheHistory(FitInterests.Method method) {
        InterestModel model = fit(setup(method, 5, 0), Optional.of(catalogue()), events());
        List<Interest> interests = interests(model, 0, 1, 3);
        assertEquals(2, interests.size());
        assertEquals(2.0 / 3, interests.getFirst().weight(), 1e-6);
        assertEquals(List.of(0, 1), interests.getFirst().items());
        assertEquals(List.of("Drinks", "wine"), interests.getFirst().name().subList(0, 2), "the category, then words");
        assertEquals(List.of("Light", "lamp"), interests.get(1).name().subList(0, 2));
        assertEquals(List.of(3), interests.get(1).items());
    }

    @Test void scoresAreWeightTimesCloseness() {
        // u0 has i0, i1 of drinks (2/3), i3 of lamps (1/3). Drinks: (1, 0, 0) + (4/5, 0, 3/5), length √(81 + 9)/5 = 3√10/5
        InterestModel model = fit(setup(FitInterests.Method.K_MEANS, 5, 0), Optional.empty(), events());
        double x = 3 / Math.sqrt(10), z = 1 / Math.sqrt(10), half = Math.sqrt(0.5);
        float[] expected = {(float) (2 * x / 3), (float) (2 * (0.8 * x + 0.6 * z) / 3), (float) (2 * (0.8 * x - 0.6 * z) / 3),
                1f / 3, (float) (2 * 0.6 * z / 3 + 0.8 / 3), 0.8f / 3, (float) (2 * half * x / 3 + half / 3), NOTHING};
        assertArrayEquals(expected, Tiny.scores(model, 0), 1e-5f);
    }

    @Test void theEvidenceNamesTheInterests() {
        InterestModel model = fit(setup(FitInterests.Method.K_MEANS, 5, 0), Optional.of(catalogue()), events());
        Evidence why = model.evidence(new History(new int[] {0, 3}, new float[] {1, 1}), 6);
        assertEquals(Math.sqrt(0.5), why.score(), 1e-6);
        assertEquals(2, why.parts().size());
        for (Evidence.Part p : why.parts()) {
            assertEquals(Evidence.Kind.INTEREST, p.kind());
            assertEquals(Math.sqrt(0.5) / 2, p.contribution(), 1e-6);
            assertEquals(Math.sqrt(0.5), p.similarity(), 1e-6);
        }
        assertEquals(List.of("Drinks", "Light"), why.parts().stream().map(p -> p.terms().getFirst()).sorted().toList());
    }

    @Test void onlyTheStrongestInterestsCount() {
        InterestModel model = fit(setup(FitInterests.Method.K_MEANS, 1, 0), Optional.empty(), events());
        assertEquals(1, interests(model, 0, 1, 3).size());
        assertEquals(1, interests(model, 0, 1, 3).getFirst().weight(), 1e-9);
    }

    @Test void freshInterestsAreStronger() {
        // half-life one event: drinks ¼ + ½, lamps 1
        InterestModel model = fit(setup(FitInterests.Method.K_MEANS, 5, 1), Optional.empty(), events());
        List<Interest> interests = interests(model, 0, 1, 3);
        assertEquals(List.of(3), interests.getFirst().items());
        assertEquals(1 / 1.75, interests.getFirst().weight(), 1e-6);
        assertEquals(List.of(1, 0), interests.get(1).items(), "the later counts more");
    }

    @Test void withoutACatalogueTheMostTakenItemsAreTheName() {
        InterestModel model = fit(setup(FitInterests.Method.K_MEANS, 5, 0), Optional.empty(), events());
        assertEquals(List.of("i0", "i1", "i2"), interests(model, 0).getFirst().name(), "two users took i0 and i1, one i2");
        assertEquals(List.of("i3", "i4", "i5"), interests(model, 3).getFirst().name());
    }

    @Test void numbersAreNoNames() {
        InterestModel model = fit(setup(FitInterests.Method.K_MEANS, 5, 0), Optional.of(catalogue()), events());
        assertEquals(0, Stream.concat(interests(model, 0).stream(), interests(model, 3).stream()).flatMap(i -> i.name().stream()).filter("1995"::equals).count());
    }

    @Test void nobodyIsKnownByItemsWithoutVectors() {
        InterestModel model = fit(setup(FitInterests.Method.MIXTURE, 5, 0), Optional.empty(), events());
        assertEquals(List.of(), interests(model, 7));
        for (float s : Tiny.foldedIn(model, 7)) assertEquals(NOTHING, s);
    }

    @Test void oneUserOfOneItemHasOneInterest() {
        InterestModel model = fit(setup(FitInterests.Method.MIXTURE, 5, 0), Optional.of(catalogue()), Tiny.drawn("x       "));
        assertEquals(1, interests(model, 0).size());
        assertEquals(1, Tiny.scores(model, 0)[0], 1e-6);
    }

    @Test void aSecondFitIsTheSame() {
        for (FitInterests.Method method : FitInterests.Method.values()) {
            assertEquals(fit(setup(method, 5, 3), Optional.of(catalogue()), events()).hash(), fit(setup(method, 5, 3), Optional.of(catalogue()), events()).hash());
        }
    }
}
