package dev.premia.connectors.file;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Kafka Connect source for a folder of event files. Keys are text, values are bytes in the Confluent wire format, so the
 * connector runs with the string converter for keys and the byte array converter for values.
 */
public final class FileSourceConnector extends SourceConnector {

    private Map<String, String> settings = Map.of();

    @Override
    public void start(Map<String, String> props) {
        FileSourceConfig config = new FileSourceConfig(props);
        config.options();
        settings = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return FileSourceTask.class;
    }

    /** One task: the order of the files is part of the input. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(settings);
    }

    @Override
    public void stop() {
        // The task holds the files; the connector holds nothing.
    }

    @Override
    public ConfigDef config() {
        return FileSourceConfig.DEFINITION;
    }

    /** Every record carries the place behind which reading goes on. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> props) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public String version() {
        return versionOfTheJar();
    }

    static String versionOfTheJar() {
        String version = FileSourceConnector.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }
}
