package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.cli.Progress;
import dev.premia.replay.input.TopicReader;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Deserializer;

/** Entries of the ledger of a cluster; files have none. */
record LedgerEntries(List<Accrual> entries) {

    /** A manager's entries of a posting period, by their numbers; none with files. */
    static LedgerEntries of(SourceOptions input, String manager, YearMonth period, Output output) {
        if (!input.readsTopics()) {
            return new LedgerEntries(List.of());
        }
        return read(
                input.cluster(),
                entry -> entry.getManager().equals(manager)
                        && entry.getPostingPeriod().equals(period.toString()),
                output);
    }

    /** The entries of the ledger that are wanted, by manager and number. */
    static LedgerEntries read(ClusterOptions cluster, Predicate<Accrual> wanted, Output output) {
        return read(cluster, Topics.ACCRUALS, wanted, output);
    }

    /** The entries of a topic of accruals that are wanted, by manager and number. */
    static LedgerEntries read(
            ClusterOptions cluster, TopicSpec<Accrual> topic, Predicate<Accrual> wanted, Output output) {
        cluster.requireAnswer();
        List<Accrual> found = new ArrayList<>();
        try (Progress progress = Progress.start(output, "reading the ledger", 0);
                AvroSerde<Accrual> serde = AvroSerde.ofValues(Accrual.class, cluster.client())) {
            Deserializer<Accrual> deserializer = serde.deserializer();
            Set<String> missing = new TopicReader(cluster.client())
                    .read(List.of(topic.name()), new LoadProgress(progress), record -> {
                        Accrual accrual = deserializer.deserialize(record.topic(), record.value());
                        if (wanted.test(accrual)) {
                            found.add(accrual);
                        }
                    });
            if (!missing.isEmpty()) {
                throw CommandException.badInput("the cluster has no topic " + String.join(", ", missing) + ".");
            }
        }
        found.sort(Comparator.comparing(Accrual::getManager).thenComparing(Accrual::getSequence));
        return new LedgerEntries(List.copyOf(found));
    }

    /** Those of one line of a statement. */
    List<Accrual> of(dev.premia.replay.BatchResult.Line line) {
        return entries.stream()
                .filter(entry -> entry.getPlan().equals(line.plan())
                        && entry.getComponent().equals(line.component())
                        && entry.getWindowStart().equals(line.window().start())
                        && entry.getWindowKind()
                                .name()
                                .equals(line.window().kind().label())
                        && entry.getCurrency().equals(line.currency()))
                .toList();
    }
}
