package dev.premia.architecture.sample.topology.facts;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** Breaks: processors begin anew. */
final class Hoarding implements Processor<String, String, String, String> {
    private final Map<String, String> gathered = new HashMap<>();

    @Override
    public void process(Record<String, String> message) {
        gathered.put(message.key(), message.value());
    }
}
