package dev.premia.replay.verify;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.TopicReader;
import dev.premia.replay.verify.Difference.Kind;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads what the stream published. */
public final class PublishedOutputs {
    private final LedgerVerification verification = new LedgerVerification();
    private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> readers = new HashMap<>();

    private PublishedOutputs(SchemaRegistryClient registry) {
        reader(Topics.ACCRUALS, Kind.ENTRY, registry, verification::accrual);
        reader(Topics.SHADOW_ACCRUALS, Kind.ENTRY, registry, verification::shadowAccrual);
        reader(Topics.STATEMENTS, Kind.STATEMENT, registry, verification::statement);
        reader(Topics.KPIS, Kind.KPI, registry, verification::kpi);
    }

    /**
     * Reads accruals, statements and KPIs, committed records only. A record that cannot be read is a difference.
     *
     * @param client settings of Kafka clients, {@code bootstrap.servers} among them
     * @param ends for every partition the first offset that is not read; a partition without one is not read
     * @throws IllegalStateException when one of the topics does not exist
     * @throws dev.premia.codec.avro.RegistryUnavailableException when the registry does not answer
     */
    public static LedgerVerification read(
            Map<String, Object> client,
            SchemaRegistryClient registry,
            Map<TopicPartition, Long> ends,
            LoadedInput.Listener listener) {
        PublishedOutputs outputs = new PublishedOutputs(registry);
        Set<String> missing = new TopicReader(client)
                .read(List.copyOf(outputs.readers.keySet()), ends, listener, record -> outputs.readers
                        .get(record.topic())
                        .accept(record));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the cluster has no topic " + String.join(", ", missing));
        }
        return outputs.verification;
    }

    private <T extends SpecificRecord> void reader(
            TopicSpec<T> topic, Kind kind, SchemaRegistryClient registry, Consumer<T> use) {
        RecordDecoder<T, T> decoder = RecordDecoder.of(topic, Function.identity(), registry);
        readers.put(topic.name(), record -> {
            Decoded<T> decoded = decoder.decode(record.value());
            if (decoded.isFailure()) {
                String place = record.topic() + "-" + record.partition() + "@" + record.offset();
                verification.unreadable(kind, place, decoded.failure().message());
            } else {
                use.accept(decoded.event());
            }
        });
    }
}
