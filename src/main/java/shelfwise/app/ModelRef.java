package shelfwise.app;

/**
 * A model that some run trained.
 *
 * @param name     its name: that of its node
 * @param operator the kind of model
 * @param run      the latest run that has it
 * @param pipeline that run's pipeline
 * @param key      where the store keeps it
 */
public record ModelRef(String name, String operator, long run, String pipeline, String key) { }
