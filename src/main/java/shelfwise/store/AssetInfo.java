package shelfwise.store;

import java.util.List;
import shelfwise.data.AssetKind;

/**
 * An asset of the project.
 *
 * @param versions how many there are
 */
public record AssetInfo(String name, String owner, List<String> tags, String description, AssetVersion latest, int versions) {
    public AssetInfo {
        tags = List.copyOf(tags);
    }

    public AssetKind kind() {
        return latest.kind();
    }
}
