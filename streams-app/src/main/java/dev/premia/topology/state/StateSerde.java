package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.StateFormat;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A Kafka serde over a state format. Each serializer and deserializer has buffers of its own. */
public final class StateSerde<T> implements Serde<T> {
    private final StateFormat<T> format;

    private StateSerde(StateFormat<T> format) {
        this.format = format;
    }

    public static <T> StateSerde<T> of(StateFormat<T> format) {
        return new StateSerde<>(format);
    }

    @Override
    public Serializer<T> serializer() {
        BinaryWriter scratch = new BinaryWriter();
        return (topic, value) -> value == null ? null : format.encode(value, scratch);
    }

    @Override
    public Deserializer<T> deserializer() {
        BinaryReader scratch = new BinaryReader();
        return (topic, bytes) -> bytes == null ? null : format.decode(bytes, scratch);
    }
}
