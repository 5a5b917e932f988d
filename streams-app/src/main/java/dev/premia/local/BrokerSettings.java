package dev.premia.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The server properties of the one-node broker: loopback only, small for two cores, quick to form groups, history kept. */
final class BrokerSettings {
    static final String HOST = "127.0.0.1";
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final int NODE_ID = 1;

    /** Long enough that no group of records of any real period starts a new segment by its age. */
    private static final Duration SEGMENT_AGE = Duration.ofDays(36_500);

    private static final String MEGABYTE_2 = String.valueOf(2 << 20);
    private static final String MEGABYTE_4 = String.valueOf(4 << 20);
    private static final String MEGABYTE_256 = String.valueOf(256 << 20);

    private BrokerSettings() {}

    static Map<String, String> of(Path logDirectory, int port, int controllerPort, Map<String, String> overrides) {
        Map<String, String> settings = new TreeMap<>();
        putNetwork(settings, port, controllerPort);
        putStorage(settings, logDirectory);
        putInternalTopics(settings);
        putGroups(settings);
        putSize(settings);
        settings.putAll(overrides);
        return settings;
    }

    private static void putNetwork(Map<String, String> settings, int port, int controllerPort) {
        String client = "PLAINTEXT://" + HOST + ":" + port;
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("process.roles", "broker,controller");
        settings.put("listeners", client + "," + CONTROLLER_LISTENER + "://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", client);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        // After a kill the controller believes in the lost registration for this long; the default of 9 s delays a
        // restart.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }

    private static void putStorage(Map<String, String> settings, Path logDirectory) {
        settings.put("log.dirs", logDirectory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        settings.put("default.replication.factor", "1");
        // A past or a future month is loaded with the times at which it was recorded, and is not deleted for its age.
        settings.put("log.message.timestamp.type", "CreateTime");
        settings.put("log.message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE));
        settings.put("log.message.timestamp.before.max.ms", String.valueOf(Long.MAX_VALUE));
        settings.put("log.retention.ms", "-1");
        settings.put("log.roll.ms", String.valueOf(SEGMENT_AGE.toMillis()));
        settings.put("log.segment.bytes", MEGABYTE_256);
        settings.put("log.index.size.max.bytes", MEGABYTE_2);
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", MEGABYTE_4);
    }

    private static void putInternalTopics(Map<String, String> settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        // Committed offsets of a demo that rests for a month are still wanted.
        settings.put(
                "offsets.retention.minutes",
                String.valueOf(Duration.ofDays(3_650).toMinutes()));
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void putGroups(Map<String, String> settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.streams.initial.rebalance.delay.ms", "0");
        for (String protocol : new String[] {"streams", "consumer"}) {
            String prefix = "group." + protocol + ".";
            settings.put(prefix + "min.heartbeat.interval.ms", "300");
            settings.put(prefix + "heartbeat.interval.ms", "300");
            settings.put(prefix + "min.session.timeout.ms", "3000");
            settings.put(prefix + "session.timeout.ms", "6000");
        }
    }

    private static void putSize(Map<String, String> settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("num.replica.fetchers", "1");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("background.threads", "2");
    }
}
