package dev.premia.cli;

import java.util.Map;

/** What the causes of a ledger entry are called in the language of the output. */
public final class CauseText {
    private static final Map<String, String> RUSSIAN = Map.of(
            "deal", "сделка",
            "lead", "лид",
            "call", "звонок",
            "payment", "платёж",
            "target", "цель",
            "plan", "план",
            "manager", "менеджер",
            "team", "команда",
            "customer", "клиент",
            "control", "решение");

    private CauseText() {}

    /** The kind of a record; one that has no name keeps the name of its type. */
    public static String kind(String type, Output output) {
        return output.text(RUSSIAN.getOrDefault(type, type), type);
    }
}
