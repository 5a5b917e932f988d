package dev.premia.replay.input;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.domain.control.SourcePosition;
import dev.premia.domain.event.EntityEvent;
import dev.premia.schemas.Control;
import dev.premia.schemas.Plan;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Loads the input topics from their beginning up to given ends, or to those that they had when loading began: the independent
 * recomputation of what the stream does.
 */
public final class TopicLoader {
    private final InputFold fold;
    private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> readers = new HashMap<>();

    private final SchemaRegistryClient registry;
    private final Reading reading;

    private TopicLoader(SchemaRegistryClient registry, Reading reading) {
        this.registry = registry;
        this.reading = reading;
        this.fold = new InputFold(reading.bound());
        events(Topics.PAYMENTS, RecordDecoder.payments(registry));
        events(Topics.ACTIVITIES, RecordDecoder.activities(registry));
        events(Topics.SURVEYS, RecordDecoder.surveys(registry));
        events(Topics.REVIEWS, RecordDecoder.reviews(registry));
        events(Topics.SPEND, RecordDecoder.spend(registry));
        events(Topics.WORKTIME, RecordDecoder.worktime(registry));
        events(Topics.MARKET, RecordDecoder.market(registry));
        events(Topics.CONTRACTS, RecordDecoder.contracts(registry));
        events(Topics.MANAGERS, RecordDecoder.managers(registry));
        events(Topics.TEAMS, RecordDecoder.teams(registry));
        events(Topics.CUSTOMERS, RecordDecoder.customers(registry));
        events(Topics.TARGETS, RecordDecoder.targets(registry));
        events(Topics.CALENDARS, RecordDecoder.calendars(registry));
        events(Topics.FX_RATES, RecordDecoder.rates(registry));
        events(Topics.PRODUCTS, RecordDecoder.products(registry));
        RecordDecoder<?, Plan> plans = RecordDecoder.of(Topics.PLANS, Function.identity(), registry);
        reader(Topics.PLANS, plans, (plan, record) -> fold.plan(plan, place(record), position(record)));
        RecordDecoder<?, Control> control = RecordDecoder.of(Topics.CONTROL, Function.identity(), registry);
        reader(Topics.CONTROL, control, (decision, record) -> fold.control(decision, place(record), position(record)));
    }

    /** The topics from which something is computed. */
    public static List<String> topics(SchemaRegistryClient registry) {
        return new TopicLoader(registry, Reading.EVERYTHING).names();
    }

    private List<String> names() {
        return Topics.all().stream()
                .map(TopicSpec::name)
                .filter(topic -> readers.containsKey(topic) || BulkLoader.TOPICS.contains(topic))
                .toList();
    }

    private interface Use<E> {
        void use(E event, ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Loads the topics from which something is computed; those that do not exist are among the notes.
     *
     * @param client settings of Kafka clients, {@code bootstrap.servers} among them
     * @throws dev.premia.codec.avro.RegistryUnavailableException when the registry does not answer
     */
    public static LoadedInput load(
            Map<String, Object> client, SchemaRegistryClient registry, Reading reading, LoadedInput.Listener listener) {
        return new TopicLoader(registry, reading).load(new TopicReader(client), listener);
    }

    /**
     * Loads who everybody is and what people decided, the closes with their frozen statements among it, and no facts.
     *
     * @param client settings of Kafka clients, {@code bootstrap.servers} among them
     */
    public static LoadedInput loadDecisions(
            Map<String, Object> client, SchemaRegistryClient registry, LoadedInput.Listener listener) {
        TopicReader reader = new TopicReader(client);
        TopicLoader loader = new TopicLoader(registry, Reading.EVERYTHING);
        TopicReader.Extent extent =
                reader.extent(List.of(Topics.MANAGERS.name(), Topics.TEAMS.name(), Topics.CONTROL.name()));
        reader.read(extent.endsOf(topic -> true), listener, loader::record);
        extent.missing().forEach(topic -> loader.fold.note(topic + ": the topic does not exist"));
        return loader.fold.finish();
    }

    /** Plans come first: they say what has to be kept of calls. */
    private LoadedInput load(TopicReader reader, LoadedInput.Listener listener) {
        TopicReader.Extent extent =
                reading.ends() == null ? reader.extent(names()) : reader.extent(names(), reading.ends());
        long total = extent.offsets();
        LoadedInput.Listener whole = (done, part) -> {
            synchronized (fold) {
                listener.read(done, total);
            }
        };
        reader.read(extent.endsOf(readers::containsKey), whole, this::record);
        fold.keep(reading.detail());
        BulkLoader.load(reader, registry, extent, reading.before(), fold, whole);
        extent.missing().forEach(topic -> fold.note(topic + ": the topic does not exist"));
        return fold.finish();
    }

    private void record(ConsumerRecord<byte[], byte[]> record) {
        fold.count(record.topic());
        readers.get(record.topic()).accept(record);
    }

    private <E extends EntityEvent> void events(TopicSpec<?> topic, RecordDecoder<?, E> decoder) {
        reader(topic, decoder, (event, record) -> {
            if (record.timestamp() < reading.before()) {
                fold.event(event, () -> place(record));
            }
        });
    }

    private <E> void reader(TopicSpec<?> topic, RecordDecoder<?, E> decoder, Use<E> use) {
        readers.put(topic.name(), record -> {
            Decoded<E> decoded = decoder.decode(record.value());
            if (decoded.isFailure()) {
                fold.reject(RecordChecks.undecodable(decoded.failure(), place(record)));
            } else {
                use.use(decoded.event(), record);
            }
        });
    }

    static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    private static SourcePosition position(ConsumerRecord<byte[], byte[]> record) {
        return new SourcePosition(
                record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
    }
}
