package dev.premia.domain.statement;

import dev.premia.domain.statement.FrozenStatement.Balance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a closed month pays: advances are recovered first, never below the guarantee; nothing pays below zero, and a negative
 * balance is carried to the next month. Kept apart for each legal entity and unit, month by month.
 */
public final class PayBalances {
    private static final Comparator<Account> ORDER = Comparator.comparing(
                    Account::organisation, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Account::currency);

    private PayBalances() {}

    private record Account(String organisation, String currency) {}

    /**
     * The balances of a month.
     *
     * @param before those of the month before that was closed, empty for the first one
     * @param organisation the legal entity that employs the manager now, or null
     * @param lines what is posted to the month
     * @param guarantees what is guaranteed for the month, at most one for each currency
     * @return one for each legal entity and unit in which something is posted, guaranteed, carried or owed
     */
    public static List<Balance> next(
            Collection<Balance> before,
            String organisation,
            Collection<FrozenStatement.Line> lines,
            Collection<Guarantee> guarantees) {
        TreeMap<Account, Long> posted = new TreeMap<>(ORDER);
        lines.forEach(line -> posted.merge(new Account(organisation, line.currency()), line.minor(), Math::addExact));
        guarantees.forEach(each -> posted.merge(new Account(organisation, each.currency()), 0L, Math::addExact));
        Map<Account, Balance> open = new TreeMap<>(ORDER);
        for (Balance each : before) {
            if (each.carriedOut() != 0 || each.debt() != 0) {
                Account account = new Account(each.organisation(), each.currency());
                open.put(account, each);
                posted.putIfAbsent(account, 0L);
            }
        }
        List<Balance> balances = new ArrayList<>();
        posted.forEach((account, minor) -> {
            Guarantee guarantee = guarantees.stream()
                    .filter(each -> account.equals(new Account(organisation, each.currency())))
                    .findFirst()
                    .orElse(null);
            balances.add(next(account, open.get(account), minor, guarantee));
        });
        return balances;
    }

    private static Balance next(Account account, Balance before, long posted, Guarantee guarantee) {
        long carriedIn = before == null ? 0 : before.carriedOut();
        long debt = before == null ? 0 : before.debt();
        long available = Math.addExact(posted, carriedIn);
        long floor = guarantee == null ? 0 : guarantee.minor();
        long earned = Math.max(0, available);
        long advanced = Math.max(0, floor - earned);
        long recovered = Math.min(debt, Math.max(0, earned - floor));
        boolean loan = guarantee != null && guarantee.recoverable();
        return new Balance(
                account.organisation(),
                account.currency(),
                posted,
                carriedIn,
                floor,
                advanced,
                recovered,
                earned + advanced - recovered,
                Math.min(0, available),
                debt - recovered + (loan ? advanced : 0));
    }
}
