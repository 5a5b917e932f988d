package dev.premia.local.registry;

/** That a schema uses the type {@code name}, which version {@code version} of {@code subject} defines. */
record Reference(String name, String subject, int version) {}
