package dev.premia.connectors.file;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/** The settings of {@link FileSourceConnector}. */
final class FileSourceConfig extends AbstractConfig {

    static final String INPUT = "input.path";
    static final String MAPPINGS = "mapping.path";
    static final String SOURCE = "source";
    static final String ZONE = "zone";
    static final String REGISTRY = "schema.registry.url";
    static final String AGE = "file.minimum.age.ms";
    static final String INTERVAL = "poll.interval.ms";
    static final String BATCH = "batch.size";
    static final String ON_PROBLEM = "on.problem";

    private static final String DEAD_LETTER = "dead-letter";
    private static final String FAIL = "fail";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(INPUT, Type.STRING, Importance.HIGH, "The folder, or a file.")
            .define(
                    MAPPINGS,
                    Type.LIST,
                    List.of(),
                    Importance.HIGH,
                    "Mapping files or folders with them; those in the folder if empty.")
            .define(REGISTRY, Type.STRING, Importance.HIGH, "Registry of the contracts.")
            .define(SOURCE, Type.STRING, "file", Importance.MEDIUM, "Source of records that name none.")
            .define(
                    ZONE,
                    Type.STRING,
                    "UTC",
                    FileSourceConfig::checkZone,
                    Importance.MEDIUM,
                    "Time zone of dates without one, e.g. Europe/Moscow.")
            .define(
                    ON_PROBLEM,
                    Type.STRING,
                    DEAD_LETTER,
                    ValidString.in(DEAD_LETTER, FAIL),
                    Importance.MEDIUM,
                    "dead-letter: report a bad line to the dead letters and go on. fail: stop the task.")
            .define(
                    AGE,
                    Type.LONG,
                    5000,
                    Range.atLeast(0),
                    Importance.LOW,
                    "A file counts as written once it has not changed for so many milliseconds.")
            .define(
                    INTERVAL,
                    Type.LONG,
                    5000,
                    Range.between(1, 3_600_000),
                    Importance.LOW,
                    "Milliseconds between two looks through the folder.")
            .define(BATCH, Type.INT, 1000, Range.between(1, 100_000), Importance.LOW, "Records per poll.");

    FileSourceConfig(Map<String, String> settings) {
        super(DEFINITION, settings, false);
    }

    Path input() {
        return Path.of(getString(INPUT));
    }

    List<Path> mappings() {
        return getList(MAPPINGS).stream().map(Path::of).toList();
    }

    FileInput.Options options() {
        try {
            return new FileInput.Options(getString(SOURCE), ZoneId.of(getString(ZONE)));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(SOURCE, getString(SOURCE), e.getMessage());
        }
    }

    boolean failsOnProblem() {
        return getString(ON_PROBLEM).equals(FAIL);
    }

    private static void checkZone(String name, Object value) {
        try {
            ZoneId.of((String) value);
        } catch (DateTimeException e) {
            throw new ConfigException(name, value, "Expected an IANA time zone, e.g. Europe/Moscow.");
        }
    }
}
