package shelfwise.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import shelfwise.base.Progress;

/** Looks at each piece that is written whether the work was cancelled. */
final class WatchedStream extends FilterOutputStream {
    private final Progress progress;

    WatchedStream(OutputStream out, Progress progress) {
        super(out);
        this.progress = progress;
    }

    @Override public void write(byte[] bytes, int from, int length) throws IOException {
        progress.check();
        out.write(bytes, from, length);
    }
}
