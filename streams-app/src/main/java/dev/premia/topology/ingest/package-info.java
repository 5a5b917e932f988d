/** Source records in, valid messages or dead letters out. Nothing invalid reaches a store. */
package dev.premia.topology.ingest;
