package shelfwise.store;

import java.time.Instant;
import shelfwise.data.AssetKind;
import shelfwise.data.Schema;

/**
 * One import of an asset; its values never change.
 *
 * @param version        from 1
 * @param source         name of the file it came from
 * @param importSettings JSON
 * @param schema         with the roles as they are now
 * @param rejected       rows that were not taken in
 * @param contentHash    of the table as it was imported
 * @param hash           of the table as it is read now: another one after a role was changed
 */
public record AssetVersion(long id, String asset, int version, AssetKind kind, String source, String importSettings, Instant created, Schema schema,
                           long rows, long rejected, String contentHash, String hash) { }
