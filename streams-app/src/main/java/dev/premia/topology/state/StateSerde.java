package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.StateFormat;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A Kafka serde over a state format, safe for use by several threads: Kafka Streams shares the serializer of a sink and the
 * deserializer of a source among all of its threads, and stores ask for theirs at every access.
 */
public final class StateSerde<T> implements Serde<T> {
    // One value is encoded or decoded at a time on a thread, whatever its format.
    private static final ThreadLocal<BinaryWriter> WRITER = ThreadLocal.withInitial(BinaryWriter::new);
    private static final ThreadLocal<BinaryReader> READER = ThreadLocal.withInitial(BinaryReader::new);

    private final Serializer<T> serializer;
    private final Deserializer<T> deserializer;

    private StateSerde(StateFormat<T> format) {
        serializer = (topic, value) -> value == null ? null : format.encode(value, WRITER.get());
        deserializer = (topic, bytes) -> bytes == null ? null : format.decode(bytes, READER.get());
    }

    public static <T> StateSerde<T> of(StateFormat<T> format) {
        return new StateSerde<>(format);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
