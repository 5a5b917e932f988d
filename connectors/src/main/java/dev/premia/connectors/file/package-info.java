/**
 * Event files as input: JSON Lines in the canonical form, CSV with a mapping file, plan files. The same code serves the
 * command line and the Kafka Connect source.
 */
package dev.premia.connectors.file;
