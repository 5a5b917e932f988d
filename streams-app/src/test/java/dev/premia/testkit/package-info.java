/**
 * What integration tests stand on: a Kafka broker and a schema registry from whatever this machine has, and waiting for
 * conditions. Tests written against it run unchanged on a container and on the embedded broker.
 */
package dev.premia.testkit;
