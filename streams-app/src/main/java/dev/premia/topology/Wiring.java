package dev.premia.topology;

import dev.premia.schemas.Alert;
import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import dev.premia.topology.ingest.Sources;
import dev.premia.topology.message.Alerted;
import dev.premia.topology.message.MessageFormats;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.message.Rejected;
import dev.premia.topology.message.ReturnedFormats;
import dev.premia.topology.message.ReturnedResult;
import dev.premia.topology.message.Strayed;
import dev.premia.topology.state.StateSerde;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** What all stages are wired with: the builder, the stores, and the pieces of which their streams are made. */
class Wiring {
    final StreamsSettings settings;
    final StreamsBuilder builder;
    final Sources sources;
    final Stores stores;
    final SchemaRegistryClient registry;
    final Map<String, ?> serdeConfig;

    Wiring(
            StreamsSettings settings,
            StreamsBuilder builder,
            SchemaRegistryClient registry,
            Map<String, ?> serdeConfig) {
        this.settings = settings;
        this.builder = builder;
        this.registry = registry;
        this.serdeConfig = serdeConfig;
        this.sources = new Sources(registry, settings.partitions());
        this.stores = new Stores(settings.stateInMemory());
    }

    /** Goes on with the same builder. */
    Wiring(Wiring shared) {
        this.settings = shared.settings;
        this.builder = shared.builder;
        this.sources = shared.sources;
        this.stores = shared.stores;
        this.registry = shared.registry;
        this.serdeConfig = shared.serdeConfig;
    }

    /** Leads what was found out back to every task of the manager stage. */
    static <T extends ReturnedResult> void returned(
            KStream<String, Output> stream, Class<T> type, String name, String sink) {
        only(stream, type, name)
                .mapValues(message -> (ReturnedResult) message, Named.as("returned-" + name))
                .to(
                        Names.GROUP_RESULTS_TOPIC,
                        Produced.with(Serdes.String(), StateSerde.of(ReturnedFormats.RETURNED))
                                .withStreamPartitioner(new EveryPartition<>())
                                .withName(sink));
    }

    void alerts(KStream<String, Output> stream, String of) {
        publish(
                only(stream, Alerted.class, "alerts-of-" + of)
                        .map(
                                (key, alerted) -> org.apache.kafka.streams.KeyValue.pair(
                                        alerted.alert().subject().key(), alerted.toAvro()),
                                Named.as("alert-records-of-" + of)),
                Topics.ALERTS,
                Alert.class,
                "publish-alerts-of-" + of);
    }

    void deadLetters(KStream<String, Output> stream, String of) {
        publish(
                only(stream, Rejected.class, "rejected-" + of).mapValues(Rejected::letter, Named.as("letters-" + of)),
                Topics.DEAD_LETTERS,
                DeadLetter.class,
                "publish-dead-" + of);
    }

    KStream<String, Output> source(
            TopicSpec<?> topic, String name, ProcessorSupplier<byte[], byte[], String, Output> processor) {
        return builder.stream(
                        topic.name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-" + name))
                .process(processor, Named.as("decode-" + name));
    }

    <I> KStream<String, Output> process(
            KStream<String, I> input,
            ProcessorSupplier<String, I, String, Output> supplier,
            String name,
            List<StoreBuilder<?>> storeBuilders) {
        storeBuilders.forEach(builder::addStateStore);
        String[] storeNames = storeBuilders.stream().map(StoreBuilder::name).toArray(String[]::new);
        return input.process(supplier, Named.as(name), storeNames);
    }

    static <T extends Output> KStream<String, T> only(KStream<String, Output> stream, Class<T> type, String name) {
        return stream.filter((key, output) -> type.isInstance(output), Named.as("only-" + name))
                .mapValues(type::cast, Named.as("as-" + name));
    }

    static <T extends Output> KStream<String, T> strayed(KStream<String, Output> stream, Class<T> type, String name) {
        return only(stream, Strayed.class, name)
                .mapValues(strayed -> type.cast(strayed.message()), Named.as("unwrap-" + name));
    }

    static <T extends Output> KStream<String, Output> upcast(KStream<String, T> stream, String name) {
        return stream.mapValues(message -> (Output) message, Named.as(name));
    }

    <T extends Output> KStream<String, T> move(
            KStream<String, T> stream, String name, dev.premia.codec.state.StateFormat<T> format) {
        return stream.repartition(Repartitioned.<String, T>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(StateSerde.of(format))
                .withNumberOfPartitions(settings.partitions()));
    }

    KStream<String, Output> broadcast(KStream<String, Reference> references, String name) {
        boolean toManagers = name.equals(Names.REFERENCES_TO_MANAGERS);
        KStream<String, Reference> concerning = references.filter(
                (key, reference) -> toManagers || ReferencePartitioner.manager(reference) == null,
                Named.as("only-" + name));
        KStream<String, Reference> everywhere = concerning.repartition(Repartitioned.<String, Reference>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(StateSerde.of(MessageFormats.REFERENCE))
                .withStreamPartitioner(new ReferencePartitioner())
                .withNumberOfPartitions(settings.partitions()));
        return upcast(everywhere, "arrived-" + name);
    }

    <T extends SpecificRecord> void publish(KStream<String, T> stream, TopicSpec<T> topic, Class<T> type, String name) {
        AvroSerde<T> values = new AvroSerde<>(type, registry);
        values.configure(serdeConfig, false);
        Serde<String> keys = Serdes.String();
        stream.to(topic.name(), Produced.with(keys, values).withName(name));
    }

    /** Sends each record to all partitions, so that every task of a stage has it. */
    static final class EveryPartition<K, V> implements StreamPartitioner<K, V> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, K key, V value, int numPartitions) {
            return Optional.of(IntStream.range(0, numPartitions).boxed().collect(Collectors.toSet()));
        }
    }
}
