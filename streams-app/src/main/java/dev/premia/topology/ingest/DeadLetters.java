package dev.premia.topology.ingest;

import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.DeadLetterHeader;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Rejected;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Makes dead letters: the original bytes, where they came from, why they could not be processed. */
final class DeadLetters {
    private DeadLetters() {}

    /** The dead letter on its way, under a key that says where the record stands. */
    static Record<String, Output> record(
            Record<byte[], byte[]> source, RecordMetadata position, String code, String reason, String field) {
        String key = position.topic() + "-" + position.partition() + "-" + position.offset();
        return new Record<>(key, of(source, position, code, reason, field), source.timestamp());
    }

    private static Rejected of(
            Record<byte[], byte[]> source, RecordMetadata position, String code, String reason, String field) {
        List<DeadLetterHeader> headers = new ArrayList<>();
        for (Header header : source.headers()) {
            headers.add(new DeadLetterHeader(header.key(), buffer(header.value())));
        }
        DeadLetter letter = new DeadLetter();
        letter.setTopic(position.topic());
        letter.setPartition(position.partition());
        letter.setOffset(position.offset());
        letter.setKey(buffer(source.key()));
        letter.setValue(buffer(source.value()));
        letter.setReasonCode(code);
        letter.setReason(reason);
        letter.setField(field);
        letter.setRecordedAt(Instant.ofEpochMilli(source.timestamp()));
        // Derived records carry their cause's time, so that a replay writes the same letter.
        letter.setFailedAt(Instant.ofEpochMilli(source.timestamp()));
        letter.setHeaders(headers);
        return new Rejected(letter);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
