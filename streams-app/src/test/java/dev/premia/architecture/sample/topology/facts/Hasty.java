package dev.premia.architecture.sample.topology.facts;

import dev.premia.architecture.sample.replay.Peeking;
import dev.premia.architecture.sample.topology.managers.Later;
import dev.premia.connectors.file.InputRecord;
import kafka.server.KafkaConfig;
import org.apache.kafka.streams.processor.internals.ProcessorTopology;

/** A stage that knows a later one, the replay, files, the broker and internals of Kafka Streams. */
public record Hasty(Later later, Peeking replay, InputRecord file, KafkaConfig broker, ProcessorTopology internals) {}
