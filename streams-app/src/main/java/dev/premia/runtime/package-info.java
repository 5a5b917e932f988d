/**
 * Runs the stream: settings in layers, topics as they must be, the life of the application from start to close. What the
 * stream computes is decided in {@code dev.premia.topology}; nothing here reads a record.
 */
package dev.premia.runtime;
