package shelfwise.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;

/**
 * A model that gives the items the scores it was told to, whoever asks. Items are similar to the next one.
 *
 * @param withheld an item it does not offer; -1 for none
 */
public record Says(String name, Interactions training, int withheld, float[] scores) implements Recommender {
    public Says(String name, Interactions training, float... scores) {
        this(name, training, -1, scores);
    }

    @Override public boolean offers(int item) {
        return item != withheld;
    }

    @Override public String operator() {
        return "model.says";
    }

    @Override public void score(int user, float[] all) {
        System.arraycopy(scores, 0, all, 0, all.length);
    }

    @Override public void score(History history, float[] all) {
        System.arraycopy(scores, 0, all, 0, all.length);
    }

    @Override public List<Neighbour> similar(int item, int n) {
        return n == 0 || item + 1 == scores.length ? List.of() : List.of(new Neighbour(item + 1, 0.5f, -1));
    }

    @Override public Evidence evidence(History history, int item) {
        var part = Parts.part(Evidence.Kind.ITEM, history.item()[0], scores[item], Double.NaN, -1);
        return new Evidence(scores[item], true, Parts.ranked(List.of(part)));
    }

    @Override public List<Evidence> evidence(History history, int[] items) {
        return IntStream.of(items).mapToObj(i -> evidence(history, i)).toList();
    }

    @Override public String hash() {
        return name + Arrays.toString(scores);
    }

    @Override public Bundle toBundle() {
        return new Bundle(java.util.Map.of("name", name), java.util.Map.of("says", Bundle.floats(scores)));
    }
}
