package shelfwise.model.words;

import java.util.SplittableRandom;
import shelfwise.base.Learning;
import shelfwise.base.Progress;
import shelfwise.model.factor.Sigmoid;
import shelfwise.model.kernel.Kernel;

/**
 * Skip-gram with negative sampling (Mikolov, Sutskever, Chen, Corrado, Dean 2013): stochastic gradient descent on
 * −ln σ(xᵥ·yᵤ) − Σ over k drawn words n of ln σ(−xᵥ·yₙ) for each word v and each u beside it. A word's window is drawn from 1 to the widest,
 * so that near ones count more; frequent words are left out now and then; n is drawn by counts to the power 3/4. The rate falls in a straight
 * line to a ten-thousandth.
 *
 * <p>On one thread: each step reads what the one before has written, and only so is it the same in every run. The kernel adds up in one
 * fixed order, and σ is read from a table, so that it is the same on every machine as well.
 */
final class SkipGram {
    private static final double POWER = 0.75, LEAST = 1e-4;
    private static final int LOOK_EACH = 256;

    /**
     * @param length    of the vectors
     * @param window    words on either side, at most
     * @param ordered   whether near words count; else a sentence is a set: it is shuffled anew in each epoch
     * @param negatives drawn for each pair
     * @param rate      of learning at the start
     * @param often     words whose share of all is larger are left out with probability 1 − √(often/share) − often/share; 0: none is
     */
    record Setup(int length, int window, boolean ordered, int negatives, int epochs, double rate, double often, long seed) { }

    private final Corpus corpus;
    private final Setup setup;
    private final Kernel kernel = Kernel.best();
    private final SplittableRandom random;
    private final Draws draws;
    private final int[] count;
    /** words x length: as the word in the middle, and as one beside it. */
    final float[] middle, beside;
    private final float[] step;
    private double loss;
    private long pairs, done;
    private float rate;

    /** @param corpus with one word at least */
    SkipGram(Corpus corpus, Setup setup) {
        this.corpus = corpus;
        this.setup = setup;
        random = new SplittableRandom(setup.seed());
        count = corpus.counts();
        double[] share = new double[count.length];
        for (int w = 0; w < share.length; w++) share[w] = StrictMath.pow(count[w], POWER);
        draws = new Draws(share);
        middle = new float[Math.multiplyExact(corpus.words(), setup.length())];
        beside = new float[middle.length];
        step = new float[setup.length()];
        for (int k = 0; k < middle.length; k++) middle[k] = (float) ((random.nextDouble() - 0.5) / setup.length());
    }

    /** Goes through all sentences, epoch by epoch. @return the mean loss of a pair in the last epoch; NaN if no word stood beside another */
    double learn(Progress progress) {
        int longest = 0;
        for (int s = 0; s + 1 < corpus.start().length; s++) longest = Math.max(longest, corpus.start()[s + 1] - corpus.start()[s]);
        int[] sentence = new int[longest];
        double mean = Double.NaN;
        for (int epoch = 1; epoch <= setup.epochs(); epoch++) {
            loss = pairs = 0;
            for (int s = 0; s + 1 < corpus.start().length; s++) {
                int n = sample(s, sentence);
                if (!setup.ordered()) shuffle(sentence, n);
                sentence(sentence, n, progress);
                done += corpus.start()[s + 1] - corpus.start()[s];
            }
            mean = loss / pairs;
            if (pairs > 0) progress.learned(new Learning("loss", false, epoch, mean));
        }
        return mean;
    }

    private long total() {
        return (long) setup.epochs() * corpus.word().length;
    }

    private int sample(int s, int[] to) {
        int n = 0;
        double all = corpus.word().length;
        for (int k = corpus.start()[s]; k < corpus.start()[s + 1]; k++) {
            int w = corpus.word()[k];
            double ratio = setup.often() * all / count[w];
            if (setup.often() == 0 || ratio >= 1 || random.nextDouble() < Math.sqrt(ratio) + ratio) to[n++] = w;
        }
        return n;
    }

    private void shuffle(int[] words, int n) {
        for (int k = n - 1; k > 0; k--) {
            int other = random.nextInt(k + 1), swap = words[k];
            words[k] = words[other];
            words[other] = swap;
        }
    }

    private void sentence(int[] words, int n, Progress progress) {
        for (int k = 0; k < n; k++) {
            if (k % LOOK_EACH == 0) look(k, progress);
            int window = 1 + random.nextInt(setup.window());
            for (int other = Math.max(0, k - window); other <= Math.min(n - 1, k + window); other++) {
                if (other != k) pair(words[k] * setup.length(), words[other]);
            }
        }
    }

    private void look(int at, Progress progress) {
        progress.at(done + at, total());
        rate = (float) (setup.rate() * Math.max(LEAST, 1 - (double) (done + at) / total()));
    }

    /** @param from where the middle word's vector begins */
    private void pair(int from, int word) {
        java.util.Arrays.fill(step, 0);
        double likely = one(from, word, 1);
        for (int k = 0; k < setup.negatives(); k++) {
            int drawn = draws.next(random);
            if (drawn != word) likely *= one(from, drawn, 0);
        }
        kernel.add(1, step, 0, middle, from, step.length);
        loss -= Math.log(Math.max(likely, Double.MIN_NORMAL));
        pairs++;
    }

    /** @return how likely the truth was held */
    private double one(int from, int word, int truth) {
        int at = word * setup.length();
        float held = Sigmoid.of(kernel.dot(middle, from, beside, at, step.length)), slope = rate * (truth - held);
        kernel.add(slope, beside, at, step, 0, step.length);
        kernel.add(slope, middle, from, beside, at, step.length);
        return truth == 1 ? held : 1 - held;
    }
}
