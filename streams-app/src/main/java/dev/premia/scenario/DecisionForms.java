package dev.premia.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premia.codec.avro.Qualified;
import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problems;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.util.List;

/** Short forms of control records: the kind is the name of the step, ids belong to the scenario's source. */
final class DecisionForms {
    static final String CONTRACT = "control";

    /** Kinds of decisions that are steps of their own. */
    static final List<String> KINDS =
            List.of("adjustment", "hold", "release", "credit_transfer", "dispute", "contest_result", "restate_rate");

    private static final List<String> IDS = List.of("manager", "to_manager", "team", "deal");

    private final String currency;
    private final String source;
    private final Problems problems;

    DecisionForms(String currency, String source, Problems problems) {
        this.currency = currency;
        this.source = source;
        this.problems = problems;
    }

    void expand(String type, ObjectNode given, Item at) {
        if (!type.equals(CONTRACT)) {
            given.put("kind", type);
        }
        if (!given.hasNonNull("id")) {
            given.put("id", given.path("kind").asText() + "-" + at.line());
        }
        IDS.forEach(field -> qualify(given, field));
        if (given.get("places") instanceof ArrayNode places) {
            places.forEach(place -> {
                if (place instanceof ObjectNode fields) {
                    qualify(fields, "manager");
                    amount(fields, "prize", "prize_minor", currencyOf(given));
                }
            });
        }
        window(given, at);
        if (given.has("amount")) {
            given.put("currency", currencyOf(given));
        }
        amount(given, "amount", "amount_minor", currencyOf(given));
    }

    private String currencyOf(ObjectNode given) {
        return given.hasNonNull("currency") ? given.get("currency").asText() : currency;
    }

    private void qualify(ObjectNode given, String field) {
        if (given.hasNonNull(field)) {
            given.put(field, Qualified.id(source, given.get(field).asText()));
        }
    }

    /** {@code window: 2026-10} is two fields. */
    private void window(ObjectNode given, Item at) {
        if (given.remove("window") != null) {
            Window window = Windows.read(YamlValues.at(at, "window"), problems);
            if (window != null) {
                given.put("window_kind", window.kind().label());
                given.put("window_start", window.start().toString());
            }
        }
    }

    /** An amount is easier to read than minor units; what is no amount is reported when the record is read. */
    private static void amount(ObjectNode given, String name, String minorName, String unit) {
        JsonNode amount = given.remove(name);
        if (amount != null) {
            try {
                int digits = Currencies.minorDigits(unit);
                given.put(
                        minorName,
                        new BigDecimal(amount.asText()).movePointRight(digits).longValueExact());
            } catch (ArithmeticException | IllegalArgumentException e) {
                given.set(minorName, amount);
            }
        }
    }
}
