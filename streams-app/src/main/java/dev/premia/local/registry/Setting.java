package dev.premia.local.registry;

/** What can be set for the registry and, over that, for a subject. */
enum Setting {
    COMPATIBILITY,
    MODE
}
