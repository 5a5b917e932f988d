package dev.premia.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problems;
import dev.premia.domain.time.Window;
import java.util.List;

/** What people may write shorter than the canonical form, and what they may leave out. */
final class ShortForms {
    /** A payment of the kind refund. */
    static final String REFUND = "refund";

    private static final List<String> OUTCOMES = List.of("won", "lost");
    private static final List<String> WINDOW_KINDS = List.of("day", "week", "month", "quarter", "year");

    private final String currency;
    private final Problems problems;
    private final DecisionForms decisions;

    ShortForms(String currency, String source, Problems problems) {
        this.currency = currency;
        this.problems = problems;
        this.decisions = new DecisionForms(currency, source, problems);
    }

    /** A record that is known by its id alone, such as {@code manager: anna}. */
    ObjectNode ofId(Item id) {
        if (id.text().isBlank()) {
            problems.error(id, "wrong type", id.shown(), "an id, or fields in { }", "");
            return null;
        }
        return JsonNodeFactory.instance.objectNode().put("id", id.text());
    }

    /** The contract of a step's type. */
    String contract(String type) {
        if (DecisionForms.KINDS.contains(type)) {
            return DecisionForms.CONTRACT;
        }
        return type.equals(REFUND) ? "payment" : type;
    }

    /** Replaces short forms by canonical fields. */
    void expand(String type, ObjectNode given, Item at) {
        switch (type) {
            case "deal" -> outcome(given);
            case REFUND -> given.put("kind", REFUND);
            case "manager" -> assignment(given);
            case "team" -> parent(given);
            case "target" -> target(given, at);
            default -> {
                if (contract(type).equals(DecisionForms.CONTRACT)) {
                    decisions.expand(type, given, at);
                }
            }
        }
    }

    /** Fills in what a record needs and nobody said. */
    void fillIn(String contract, ObjectNode whole) {
        switch (contract) {
            case "deal" -> {
                absent(whole, "status", "open");
                absent(whole, "currency", currency);
            }
            case "payment", "spend", "market", "contract" -> absent(whole, "currency", currency);
            case "call" -> {
                absent(whole, "direction", "outbound");
                absent(whole, "result", "answered");
            }
            default -> {
                // Everything else is said or not.
            }
        }
    }

    private static void absent(ObjectNode whole, String name, String value) {
        if (!whole.has(name)) {
            whole.put(name, value);
        }
    }

    /** {@code won: 2026-10-05} is the status and when the deal was closed. */
    private static void outcome(ObjectNode given) {
        for (String status : OUTCOMES) {
            JsonNode at = given.remove(status);
            if (at != null) {
                given.put("status", status);
                given.set("closed_at", at);
            }
        }
    }

    /** {@code team} and {@code role} are one assignment that always holds. */
    private static void assignment(ObjectNode given) {
        JsonNode team = given.remove("team");
        JsonNode role = given.remove("role");
        if (team != null || role != null) {
            ObjectNode assignment = given.putArray("assignments").addObject();
            assignment.set("team", team);
            assignment.set("role", role);
        }
    }

    private static void parent(ObjectNode given) {
        JsonNode parent = given.remove("parent");
        if (parent != null) {
            given.putArray("parents").addObject().set("parent", parent);
        }
    }

    /** {@code subject: team:north} and {@code window: 2026-10} are two fields each; without an id they make one. */
    private void target(ObjectNode given, Item at) {
        String subject = given.path("subject").asText("");
        String window = given.path("window").asText("");
        if (!given.has("subject_type") && given.has("subject")) {
            Subjects.split(given, subject);
        }
        if (!window.isEmpty() && !WINDOW_KINDS.contains(window)) {
            Window of = Windows.read(YamlValues.at(at, "window"), problems);
            if (of != null) {
                given.put("window", of.kind().label());
                given.put("starts_on", of.start().toString());
            }
        }
        if (!given.has("id")) {
            String id = "target-" + subject + "-" + given.path("kpi").asText("") + "-" + window;
            given.put("id", id.replaceAll("[^\\p{L}\\p{Nd}._-]", "-"));
        }
    }
}
