package shelfwise.store;

/** @param key under which the {@link ArtefactStore} keeps what this node gave at this port */
public record RunOutput(String node, String port, String key) { }
