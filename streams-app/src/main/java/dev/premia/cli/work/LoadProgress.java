package dev.premia.cli.work;

import dev.premia.cli.Progress;
import dev.premia.replay.input.LoadedInput;

/** Shows how far loading is. */
final class LoadProgress implements LoadedInput.Listener {
    private final Progress progress;

    LoadProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void read(long done, long total) {
        progress.total(total);
        progress.add(done);
    }
}
