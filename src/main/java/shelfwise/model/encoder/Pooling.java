package shelfwise.model.encoder;

/** What of the vectors of a text's words is the vector of the text. */
public enum Pooling {
    /** Their mean (Reimers, Gurevych 2019). */
    MEAN {
        @Override void of(float[] words, int count, float[] vector) {
            for (int f = 0; f < vector.length; f++) {
                double sum = 0;
                for (int k = 0; k < count; k++) sum += words[k * vector.length + f];
                vector[f] = (float) (sum / count);
            }
        }
    },
    /** The first, which stands for the whole. */
    FIRST {
        @Override void of(float[] words, int count, float[] vector) {
            System.arraycopy(words, 0, vector, 0, vector.length);
        }
    };

    /**
     * @param words  count x vector.length, word by word
     * @param vector overwritten
     */
    abstract void of(float[] words, int count, float[] vector);
}
