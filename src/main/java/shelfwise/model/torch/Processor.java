package shelfwise.model.torch;

/** Where a training runs. */
public enum Processor {
    /** On the graphics card where PyTorch finds one, else on the processor. */
    AUTO, CPU, GPU,
    /** On all graphics cards, each of which works at a part of every batch. */
    GPUS
}
