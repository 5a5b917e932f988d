package dev.premia.topology;

import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.Subject;
import dev.premia.topology.ingest.Home;
import dev.premia.topology.message.Reference;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Sends what everybody must know to all partitions, and what is about one manager alone to the partition where that manager's
 * figures are. Both take the same topic, so their order stays: the completion of a close comes after its results.
 */
final class ReferencePartitioner implements StreamPartitioner<String, Reference> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Reference reference, int numPartitions) {
        String manager = manager(reference);
        if (manager == null) {
            return Optional.of(IntStream.range(0, numPartitions).boxed().collect(Collectors.toSet()));
        }
        String subject = Subject.manager(manager).key();
        return Optional.of(Set.of(Home.partitionOf(subject, numPartitions)));
    }

    /** The manager whom it is about; null where everybody must know it. */
    static String manager(Reference reference) {
        return reference instanceof Reference.Decided decided
                        && decided.decision() instanceof Decision.CloseResult result
                ? result.statement().manager()
                : null;
    }
}
