package dev.premia.topology.message;

/** What is told to every task of the manager stage, absolute: figures of groups, and what managers bring to contests and pools. */
public sealed interface ReturnedResult extends Output permits GroupResult, PeerSaid {

    /** The record key: of the records with one key the last remains after compaction. */
    String key();

    Cause cause();
}
