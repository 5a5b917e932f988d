package dev.premia.runtime;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A place in every input and every output such that the records of the outputs below it are the whole outcome of the records
 * of the inputs below it, of these and of no others. Topics are only appended to, so the cut stays true while the log grows:
 * both sides can be read later and at leisure.
 *
 * @param inputs for every partition of the inputs the offset of the first record that does not belong to the cut
 * @param outputs the same for accruals, statements and KPIs
 */
public record ConsistentCut(Map<TopicPartition, Long> inputs, Map<TopicPartition, Long> outputs) {
    public ConsistentCut {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }
}
