/**
 * Local mode: a real one-node Kafka broker and a Confluent-compatible schema registry on the loopback interface, with data kept
 * between runs. The only package of Premia that knows Kafka's server classes.
 */
package dev.premia.local;
