package dev.premia.scenario;

import dev.premia.domain.money.Currencies;
import dev.premia.domain.statement.FrozenStatement;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a closed payroll month pays and carries for a manager.
 *
 * @param organisation the legal entity, null where the manager has one balance only
 * @param currency the unit, null where the manager has one balance only
 * @param amounts by figure, in the unit of the balance
 */
record Paid(
        Place place,
        String manager,
        YearMonth period,
        String organisation,
        String currency,
        Map<Figure, BigDecimal> amounts)
        implements Expectation {

    Paid {
        amounts = new LinkedHashMap<>(amounts);
    }

    /** A figure of a balance. */
    enum Figure {
        POSTED(FrozenStatement.Balance::posted),
        GUARANTEED(FrozenStatement.Balance::guaranteed),
        ADVANCED(FrozenStatement.Balance::advanced),
        RECOVERED(FrozenStatement.Balance::recovered),
        PAYOUT(FrozenStatement.Balance::payout),
        CARRIED(FrozenStatement.Balance::carriedOut),
        DEBT(FrozenStatement.Balance::debt);

        private final ToLongFunction<FrozenStatement.Balance> minor;

        Figure(ToLongFunction<FrozenStatement.Balance> minor) {
            this.minor = minor;
        }

        private BigDecimal of(FrozenStatement.Balance balance) {
            return Currencies.toAmount(minor.applyAsLong(balance), balance.currency());
        }
    }

    @Override
    public Optional<Mismatch> check(Outcome outcome) {
        FrozenStatement statement = outcome.frozen(manager, period).orElse(null);
        if (statement == null) {
            return Optional.of(mismatch("a frozen statement", "none", List.of("close: " + period + " freezes it")));
        }
        List<FrozenStatement.Balance> balances =
                statement.balances().stream().filter(this::concerns).toList();
        if (balances.size() != 1) {
            return Optional.of(mismatch("one balance", balances.size() + " balances", shown(statement.balances())));
        }
        Map<Figure, BigDecimal> found = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<Figure, BigDecimal> each : amounts.entrySet()) {
            BigDecimal amount = each.getKey().of(balances.get(0));
            found.put(each.getKey(), amount);
            same &= amount.compareTo(each.getValue()) == 0;
        }
        return same
                ? Optional.empty()
                : Optional.of(mismatch(shown(amounts), shown(found), shown(statement.balances())));
    }

    private boolean concerns(FrozenStatement.Balance balance) {
        return (organisation == null || organisation.equals(balance.organisation()))
                && (currency == null || currency.equals(balance.currency()));
    }

    private Mismatch mismatch(String expected, String found, List<String> details) {
        return new Mismatch(place, "payout of " + manager + ", " + period, expected, found, details, false, "");
    }

    private static List<String> shown(List<FrozenStatement.Balance> balances) {
        List<String> lines = new ArrayList<>();
        for (FrozenStatement.Balance balance : balances) {
            Map<Figure, BigDecimal> all = new LinkedHashMap<>();
            for (Figure figure : Figure.values()) {
                all.put(figure, figure.of(balance));
            }
            String whose = balance.organisation() == null ? "" : balance.organisation() + " ";
            lines.add(whose + balance.currency() + ": " + shown(all));
        }
        return lines;
    }

    private static String shown(Map<Figure, BigDecimal> amounts) {
        List<String> texts = new ArrayList<>();
        amounts.forEach((figure, amount) -> texts.add(PaidReader.keyOf(figure) + " " + amount.toPlainString()));
        return String.join(", ", texts);
    }
}
