package dev.premia.domain.plan;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.formula.Scope;
import dev.premia.domain.formula.Symbol;
import dev.premia.domain.formula.Type;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a deal that a plan's filter may name. */
public sealed interface DealField {

    /** The whole deal's net amount. */
    record Amount() implements DealField {}

    /** How many units the whole deal has, over all its lines. */
    record Units() implements DealField {}

    /** A text field; a missing one is the empty text. */
    record Text(String name, Function<DealCredit, String> reader) implements DealField {
        @Override
        public boolean equals(Object object) {
            return object instanceof Text other && name.equals(other.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** A list of texts: tags, products. */
    record Texts(String name, Function<DealCredit, List<String>> reader) implements DealField {
        @Override
        public boolean equals(Object object) {
            return object instanceof Texts other && name.equals(other.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** An unknown source field that travels with the deal: {@code attr.NAME}. */
    record Attribute(String name) implements DealField {}

    /** Prefix of the names of source fields that Premia does not know. */
    String ATTRIBUTE_PREFIX = "attr.";

    /** Tags of the customer; they come from the customer's record, not with the deal. */
    String CUSTOMER_TAGS = "customer_tags";

    /** The symbols by name, in the order in which documentation lists them. */
    Map<String, Symbol> SYMBOLS = symbols();

    /** Finds a field by the name used in a filter. */
    static Optional<Symbol> find(String name) {
        if (name.startsWith(ATTRIBUTE_PREFIX) && name.length() > ATTRIBUTE_PREFIX.length()) {
            return Optional.of(Symbol.of(Type.STRING, new Attribute(name.substring(ATTRIBUTE_PREFIX.length()))));
        }
        return Optional.ofNullable(SYMBOLS.get(name));
    }

    private static Map<String, Symbol> symbols() {
        Map<String, Symbol> symbols = new LinkedHashMap<>();
        symbols.put("amount", Symbol.number(new Amount(), Unit.MONEY));
        symbols.put("units", Symbol.number(new Units(), Unit.COUNT));
        text(symbols, "currency", DealCredit::statedCurrency);
        text(symbols, "pipeline", DealCredit::pipeline);
        text(symbols, "stage", DealCredit::stage);
        text(symbols, "segment", DealCredit::segment);
        text(symbols, "campaign", DealCredit::campaign);
        text(symbols, "customer", DealCredit::customer);
        text(symbols, "lead", DealCredit::lead);
        text(symbols, "lost_reason", DealCredit::lostReason);
        text(symbols, "contract_renewal", DealCredit::contractRenewal);
        texts(symbols, "tags", DealCredit::tags);
        texts(symbols, CUSTOMER_TAGS, DealCredit::customerTags);
        texts(symbols, "products", credit -> credit.lines().stream()
                .map(DealCredit.Line::product)
                .toList());
        texts(symbols, "categories", credit -> credit.lines().stream()
                .map(DealCredit.Line::category)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return symbols;
    }

    private static void text(Map<String, Symbol> symbols, String name, Function<DealCredit, String> reader) {
        symbols.put(name, Symbol.of(Type.STRING, new Text(name, reader)));
    }

    private static void texts(Map<String, Symbol> symbols, String name, Function<DealCredit, List<String>> reader) {
        symbols.put(name, Symbol.of(Type.STRING_LIST, new Texts(name, reader)));
    }

    /** Reads the fields of one deal for a filter. */
    record DealScope(DealCredit credit) implements Scope {
        @Override
        public Value number(Object handle) {
            if (handle instanceof Units) {
                long millis = credit.lines().stream()
                        .mapToLong(DealCredit.Line::quantityMillis)
                        .sum();
                return Value.of(BigDecimal.valueOf(millis, 3));
            }
            return credit.currency() == null
                    ? Value.undefined("the deal has no amount")
                    : Value.of(Currencies.toAmount(credit.wholeMinor(), credit.currency()));
        }

        @Override
        public boolean bool(Object handle) {
            throw new IllegalStateException("no field of a deal is a condition");
        }

        @Override
        public String string(Object handle) {
            String text = handle instanceof Attribute attribute
                    ? credit.attributes().get(attribute.name())
                    : ((Text) handle).reader().apply(credit);
            return text == null ? "" : text;
        }

        @Override
        public List<String> strings(Object handle) {
            return ((Texts) handle).reader().apply(credit);
        }
    }
}
