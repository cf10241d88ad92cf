package shelfwise.app;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.AssetKind;
import shelfwise.data.Role;
import shelfwise.data.Table;
import shelfwise.profile.Alert;
import shelfwise.profile.AlertRows;
import shelfwise.profile.Fix;
import shelfwise.profile.Profile;
import shelfwise.profile.ProfileJson;
import shelfwise.profile.Profiler;
import shelfwise.profile.Related;
import shelfwise.store.AssetInfo;
import shelfwise.store.AssetVersion;
import shelfwise.store.Assets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Profiles of asset versions, made once and kept, and the rows behind their alerts. */
public final class QualityService {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Assets assets;
    private final Profiler profiler;

    QualityService(Assets assets, InstantSource clock) {
        this.assets = assets;
        profiler = new Profiler(clock);
    }

    /** The profile that is kept of this version, if there is one that can still be read. @param version from 1; 0 for the latest */
    public Optional<Profile> kept(String asset, int version) {
        AssetVersion info = assets.version(asset, version);
        return assets.findProfile(info.id()).flatMap(text -> {
            String head = head(related(info));
            if (!text.startsWith(head)) return Optional.empty(); // a catalogue or a list of customers came, went or has changed since
            try {
                return Optional.of(ProfileJson.read(text.substring(head.length())));
            } catch (ProblemException | IllegalArgumentException e) {
                return Optional.empty(); // an older program's profile is made again
            }
        });
    }

    /** The kept profile, or a new one, which is then kept. */
    public Profile profile(String asset, int version, Progress progress) {
        return kept(asset, version).orElseGet(() -> again(asset, version, progress));
    }

    /** Makes the profile anew: roles or related assets may have changed. */
    public Profile again(String asset, int version, Progress progress) {
        AssetVersion info = assets.version(asset, version);
        Table table = assets.read(asset, info.version());
        Related related = related(info);
        Profile profile = profiler.profile(table, related, progress);
        assets.saveProfile(table.hash(), head(related) + ProfileJson.write(profile)); // roles may have changed meanwhile
        return profile;
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive) of those behind an alert, their row numbers in the first column. */
    public Table rows(String asset, int version, Alert alert, long from, long to, Progress progress) {
        AssetVersion info = assets.version(asset, version);
        return AlertRows.rows(assets.read(asset, info.version()), alert, related(info), from, to, progress);
    }

    /** The alert of this id, on this column if one is named. @throws ProblemException if the profile has none */
    public Alert alert(Profile profile, String id, Optional<String> column) {
        return profile.alerts().stream().filter(a -> a.id().equals(id) && (column.isEmpty() || a.column().equals(column))).findFirst()
                .orElseThrow(() -> Problem.of("app.no-alert", id, profile.alerts().stream().map(Alert::id).distinct().toList()).asException());
    }

    /** The step that mends a finding as JSON, as it stands in a pipeline's file. */
    public String step(Fix fix) {
        var node = new LinkedHashMap<String, Object>();
        node.put("operator", fix.operator());
        node.put("settings", new TreeMap<>(fix.settings()));
        return JSON.writeValueAsString(node);
    }

    /** The line before a kept profile: which other tables it was made with. */
    private static String head(Related related) {
        return Stream.of(Related.Which.values()).map(w -> related.table(w).map(Table::hash).orElse("-")).collect(Collectors.joining(" ", "", "\n"));
    }

    /** The one catalogue and the one list of customers of the project, where there is just one of each. */
    private Related related(AssetVersion of) {
        if (of.kind() != AssetKind.INTERACTIONS) return Related.NONE;
        return new Related(only(AssetKind.CATALOGUE, Role.ITEM), only(AssetKind.CUSTOMERS, Role.USER));
    }

    private Optional<Table> only(AssetKind kind, Role key) {
        var found = assets.list().stream().filter(a -> a.kind() == kind && a.latest().schema().find(key).isPresent()).map(AssetInfo::name).toList();
        return found.size() == 1 ? Optional.of(assets.read(found.getFirst(), 0)) : Optional.empty();
    }
}
