package dev.premia.replay.verify;

import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.TopicReader;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.Statement;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what the stream published. */
public final class PublishedOutputs {
    private PublishedOutputs() {}

    /**
     * Reads accruals, statements and KPIs up to the ends that the topics have now, committed records only.
     *
     * @param client settings of Kafka clients and of the registry
     * @throws IllegalStateException when one of the topics does not exist
     */
    public static LedgerVerification read(Map<String, Object> client, LoadedInput.Listener listener) {
        LedgerVerification verification = new LedgerVerification();
        try (AvroSerde<Accrual> accruals = serde(Topics.ACCRUALS, client);
                AvroSerde<Statement> statements = serde(Topics.STATEMENTS, client);
                AvroSerde<Kpi> kpis = serde(Topics.KPIS, client)) {
            Deserializer<Accrual> accrual = accruals.deserializer();
            Deserializer<Statement> statement = statements.deserializer();
            Deserializer<Kpi> kpi = kpis.deserializer();
            String accrualTopic = Topics.ACCRUALS.name();
            String statementTopic = Topics.STATEMENTS.name();
            List<String> topics = List.of(accrualTopic, statementTopic, Topics.KPIS.name());
            Set<String> missing = new TopicReader(client).read(topics, listener, record -> {
                if (record.topic().equals(accrualTopic)) {
                    verification.accrual(accrual.deserialize(record.topic(), record.value()));
                } else if (record.topic().equals(statementTopic)) {
                    verification.statement(statement.deserialize(record.topic(), record.value()));
                } else {
                    verification.kpi(kpi.deserialize(record.topic(), record.value()));
                }
            });
            if (!missing.isEmpty()) {
                throw new IllegalStateException("the cluster has no topic " + String.join(", ", missing));
            }
        }
        return verification;
    }

    private static <T extends SpecificRecord> AvroSerde<T> serde(TopicSpec<T> topic, Map<String, Object> client) {
        return AvroSerde.ofValues(topic.valueType(), client);
    }
}
