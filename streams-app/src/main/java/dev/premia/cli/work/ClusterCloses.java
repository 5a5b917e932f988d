package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.codec.avro.CloseCodec;
import dev.premia.codec.avro.RegistryUnavailableException;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.OffsetVector;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.close.CutoffOffsets;
import dev.premia.replay.input.DecisionLog;
import dev.premia.replay.input.TopicLoader;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Closes in the control topic of a cluster. */
final class ClusterCloses implements CloseTarget {
    private final ClusterOptions cluster;
    private final boolean registerSchemas;
    private final SchemaRegistryClient registry;
    private DecisionLog log;

    ClusterCloses(ClusterOptions cluster, boolean registerSchemas) {
        Publishing.requireTopics(cluster, List.of(Topics.CONTROL));
        this.cluster = cluster;
        this.registerSchemas = registerSchemas;
        this.registry = cluster.registry();
        this.log = read();
    }

    private DecisionLog read() {
        try {
            return DecisionLog.read(cluster.client(), registry);
        } catch (RegistryUnavailableException e) {
            throw CommandException.failure(e.getMessage(), e);
        }
    }

    @Override
    public ClosedPeriods closed() {
        return log.decisions().closed();
    }

    @Override
    public OffsetVector vector(Instant cutoff) {
        try (Admin admin = Admin.create(cluster.client())) {
            return CutoffOffsets.at(admin, TopicLoader.topics(registry), cutoff);
        } catch (ExecutionException e) {
            throw CommandException.failure("Kafka: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.failure("interrupted", e);
        }
    }

    @Override
    public long endFor(Decision.Close close) {
        YearMonth period = close.period();
        // What came in between the reading of the closes and the vector counts as well.
        return closed().closes().containsKey(period)
                ? log.offsetOfClose(period)
                : Math.max(
                        log.end(), close.vector().of(Topics.CONTROL.name(), 0).orElse(0));
    }

    @Override
    public void write(Decision.Close close, boolean begun, ClosedPeriod frozen) {
        if (!begun) {
            Set<YearMonth> before = Set.copyOf(closed().closes().keySet());
            publish(List.of(close));
            log = read();
            requireAdmitted(close, before);
        }
        publish(frozen.decisions(close, log.decisions()));
        log = read();
        requireCompleted(close.period(), frozen);
    }

    private void publish(List<Decision> decisions) {
        ControlRecords.publish(
                cluster,
                registerSchemas,
                decisions.stream().map(CloseCodec::toAvro).toList(),
                Instant.now());
    }

    /** Somebody else may have closed a month in between: the first one rules. */
    private void requireAdmitted(Decision.Close close, Set<YearMonth> before) {
        Decision.Close ruling = closed().closes().get(close.period());
        if (ruling == null || !ruling.content().equals(close.content())) {
            throw CommandException.badInput("the close of " + close.period()
                    + " did not count: somebody else closed a month at the same time; repeat the command.");
        }
        if (!before.containsAll(closed().closes().headMap(close.period()).keySet())) {
            throw CommandException.badInput("somebody else closed an earlier month at the same time, on which "
                    + close.period() + " builds; repeat the command without --cutoff to complete the close.");
        }
    }

    /** A completion counts only when the results before it are those that it sums up. */
    private void requireCompleted(YearMonth period, ClosedPeriod frozen) {
        if (!closed().completed().containsKey(period)) {
            int computed = frozen.statements().size();
            throw CommandException.badInput(
                    "the close of " + period + " is not completed, the month stays open: " + computed
                            + " results were computed, and the log has "
                            + closed().results(period).size()
                            + ", or others, as when somebody else closes at the same time (dead letters, reason "
                            + Decisions.CONFLICT_CODE + "); repeat the command without --cutoff.");
        }
    }

    @Override
    public void close() {
        try {
            registry.close();
        } catch (IOException e) {
            throw CommandException.failure("schema registry: " + e.getMessage(), e);
        }
    }
}
