package shelfwise.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import shelfwise.data.Sparse;

/** Makes evidence of contributions: their shares and their order. */
public final class Parts {
    private Parts() { }

    /** Gives each part its share of all positive contributions and puts the largest first, of equal ones the lower number. */
    public static List<Evidence.Part> ranked(List<Evidence.Part> parts) {
        double positive = 0;
        for (Evidence.Part p : parts) positive += Math.max(0, p.contribution());
        var ranked = new ArrayList<Evidence.Part>(parts.size());
        for (Evidence.Part p : parts) {
            double share = positive > 0 ? Math.max(0, p.contribution()) / positive : 0;
            ranked.add(new Evidence.Part(p.kind(), p.number(), p.contribution(), share, p.similarity(), p.support(), p.terms()));
        }
        ranked.sort(Comparator.comparingDouble(Evidence.Part::contribution).reversed().thenComparingInt(Evidence.Part::number));
        return ranked;
    }

    /** A part whose share is still to be given by {@link #ranked}. */
    public static Evidence.Part part(Evidence.Kind kind, int number, double contribution, double similarity, int support) {
        return new Evidence.Part(kind, number, contribution, 0, similarity, support, List.of());
    }

    /** Columns that rows {@code a} and {@code b} have in common. Cost: O(entries of both). */
    public static int common(Sparse rows, int a, int b) {
        int i = rows.start()[a], j = rows.start()[b], n = 0;
        while (i < rows.start()[a + 1] && j < rows.start()[b + 1]) {
            int difference = Integer.compare(rows.column()[i], rows.column()[j]);
            if (difference == 0) n++;
            if (difference <= 0) i++;
            if (difference >= 0) j++;
        }
        return n;
    }

    /** Marks items of score 0, of which the model has nothing to say. */
    public static void silenceZeros(float[] scores) {
        for (int i = 0; i < scores.length; i++) if (scores[i] == 0) scores[i] = Float.NEGATIVE_INFINITY;
    }

    public static void silence(float[] scores) {
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    }
}
