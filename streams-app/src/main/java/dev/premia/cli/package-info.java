/** The command line: what all commands share. Commands never end the JVM; they return an exit code. */
package dev.premia.cli;
