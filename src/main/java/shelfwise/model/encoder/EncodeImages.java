package shelfwise.model.encoder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.data.Catalogue;
import shelfwise.data.Ids;
import shelfwise.data.Role;
import shelfwise.data.Vectors;
import shelfwise.model.Workers;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/**
 * Makes a vector of each item's image with a network that the analyst added, so that items that look alike have like vectors. The column of
 * the role IMAGE holds paths of files below a folder. Items without a path, a file or a readable image get no vector.
 */
public final class EncodeImages extends EncodeCatalogue<EncodeImages.Setup> {
    private static final int LONGEST = 2048;

    /**
     * @param own    name of the encoder
     * @param folder of the images, within the project's folder if not absolute
     */
    public record Setup(@Picks(Picks.What.IMAGE_ENCODER) String own, String folder) {
        public Setup {
            Settings.check(Setup.class, own, folder);
        }
    }

    public EncodeImages() {
        super(LONGEST);
    }

    @Override public String id() {
        return "vectors.images";
    }

    @Override public int version() {
        return 2;
    }

    @Override public Setup defaults() {
        return new Setup("", "images");
    }

    /** The encoder as its card tells, and the files of the folder. */
    @Override public String fingerprint(Setup settings, Context context) {
        return own(settings, context).card() + files(settings, context).fingerprint();
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Catalogue catalogue = in.one("catalogue", Catalogue.class);
        OwnEncoder source = own(settings, context);
        ImageFiles files = files(settings, context);
        String[] paths = catalogue.texts(Role.IMAGE);
        var different = new LinkedHashSet<String>();
        for (String path : paths) if (!path.isBlank()) different.add(path);
        if (different.isEmpty() && paths.length > 0) throw Problem.of("encoder.no-paths", context.node()).asException();
        var encoding = new ImageEncoding(context, source);
        Map<String, float[]> found = encoding.of(files, List.copyOf(different), Workers.all());
        if (found.isEmpty() && paths.length > 0) {
            throw Problem.of("encoder.no-images", context.node(), files.folder().toString(), encoding.missing(), encoding.unreadable()).asException();
        }
        var ids = new ArrayList<String>();
        for (int i = 0; i < paths.length; i++) if (found.containsKey(paths[i])) ids.add(catalogue.items().id(i));
        float[] values = new float[Math.multiplyExact(ids.size(), source.dimensions())];
        int at = 0;
        for (String path : paths) {
            float[] vector = found.get(path);
            if (vector != null) System.arraycopy(vector, 0, values, at++ * vector.length, vector.length);
        }
        return Values.of("vectors", new Vectors(new Ids(ids), source.dimensions(), values, encoding.told()));
    }

    private static Path project(Context context) {
        Optional<Path> folder = context.assets().folder();
        return folder.orElseThrow(() -> Problem.of("encoder.no-project", context.node()).asException());
    }

    private static ImageFiles files(Setup settings, Context context) {
        if (settings.folder().isBlank()) throw Problem.of("encoder.no-image-folder", context.node()).asException();
        return new ImageFiles(project(context).resolve(settings.folder()).toAbsolutePath().normalize());
    }

    private static OwnEncoder own(Setup settings, Context context) {
        Path project = project(context);
        if (settings.own().isBlank()) throw Problem.of("encoder.no-image-encoder", context.node()).asException();
        return new OwnEncoders(project).find(settings.own(), OwnEncoder.Reads.IMAGES);
    }
}
