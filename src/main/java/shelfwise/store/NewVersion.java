package shelfwise.store;

import shelfwise.base.Checks;
import shelfwise.data.AssetKind;
import shelfwise.data.Schema;

/**
 * What is known of a version before its first row.
 *
 * @param asset          the asset's name; a new asset if there is none of that name
 * @param source         name of the file, without its folder
 * @param importSettings JSON
 */
public record NewVersion(String asset, AssetKind kind, String source, String importSettings, Schema schema) {
    public NewVersion {
        Checks.notBlank("asset", asset);
    }
}
