/** Commands that operate the stream: run, demo, topics, doctor, bench. */
package dev.premia.cli.operations;
