/**
 * A small schema registry with Confluent's REST interface: Avro schemas, versions by subject, compatibility enforced with the
 * Confluent client's own checker. Its state is nothing but the fold of a log, in memory or in a compacted Kafka topic.
 */
package dev.premia.local.registry;
