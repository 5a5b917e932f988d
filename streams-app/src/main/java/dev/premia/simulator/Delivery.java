package dev.premia.simulator;

import dev.premia.schemas.TopicSpec;
import org.apache.avro.specific.SpecificRecord;

/** A record on its way to the log; its appointment is when the log accepts it. */
final class Delivery extends Appointment {
    final TopicSpec<?> topic;
    final String key;
    final SpecificRecord value;

    Delivery(TopicSpec<?> topic, String key, SpecificRecord value) {
        this.topic = topic;
        this.key = key;
        this.value = value;
    }
}
