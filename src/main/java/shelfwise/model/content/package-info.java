/** Models of what items say of themselves: TF-IDF over the catalogue's texts, Latin and Chinese. May import base, data, pipeline and the room above. */
@NullMarked
package shelfwise.model.content;

import org.jspecify.annotations.NullMarked;
