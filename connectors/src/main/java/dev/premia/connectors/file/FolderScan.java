package dev.premia.connectors.file;

import dev.premia.connectors.file.FileInput.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the files of a folder that are new or have changed and are no longer being written. */
final class FolderScan {

    private static final Logger LOG = LoggerFactory.getLogger(FolderScan.class);

    private record Stamp(long size, FileTime changed) {}

    private final FileSourceConfig config;
    private final Clock clock;
    private final Map<Path, Stamp> seen = new HashMap<>();
    private final Set<String> reported = new HashSet<>();
    private Map<Path, Stamp> seenMappings = Map.of();

    FolderScan(FileSourceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The files to read now, in order. Mistakes in mappings are logged once; their files wait for a change. */
    List<Prepared> next() {
        InputFiles files = new InputFiles(this::log);
        files.addInputs(List.of(config.input()));
        List<Path> mappings = config.mappings().isEmpty() ? files.mappings() : files.mappingsOf(config.mappings());
        forgetFilesOfChangedMappings(mappings);
        List<Path> changed = new ArrayList<>();
        for (Path file : files.data()) {
            Stamp stamp = stamp(file);
            if (stamp != null && isWritten(stamp) && !stamp.equals(seen.get(file))) {
                seen.put(file, stamp);
                changed.add(file);
            }
        }
        return changed.isEmpty() ? List.of() : FileInput.prepare(changed, mappings, config.options(), this::log);
    }

    private void forgetFilesOfChangedMappings(List<Path> mappings) {
        Map<Path, Stamp> current = new HashMap<>();
        mappings.forEach(mapping -> current.put(mapping, stamp(mapping)));
        if (!current.equals(seenMappings)) {
            seenMappings = current;
            seen.clear();
            reported.clear();
        }
    }

    private boolean isWritten(Stamp stamp) {
        return stamp.changed().toMillis() + config.getLong(FileSourceConfig.AGE) <= clock.millis();
    }

    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            // The file went away between the listing and now; the next scan sees what is true then.
            return null;
        }
    }

    private void log(InputProblem problem) {
        if (reported.add(problem.message())) {
            LOG.error("{}", problem.message());
        }
    }
}
