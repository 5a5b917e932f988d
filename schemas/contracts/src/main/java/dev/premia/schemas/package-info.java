/** Contracts of every topic: generated Avro classes, their serialisation and the topic catalogue. */
package dev.premia.schemas;
