/**
 * Metrics by their textbook definitions, intervals over users, and doubts about the protocol. Texts of a metric, its formula and its
 * source: message keys {@code metric.ID} and {@code metric.ID.help}; of a doubt: {@code doubt.ID} and {@code doubt.ID.help}.
 * May import base, data, pipeline, model.
 */
@NullMarked
package shelfwise.evaluate;

import org.jspecify.annotations.NullMarked;
