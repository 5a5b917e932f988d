package dev.premia.payroll;

import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.statement.FrozenStatement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a closed month pays in one currency, by legal entity and employee.
 *
 * @param due everything that can be exported, payouts of 0 as well
 * @param problems everything above 0 that cannot
 */
public record PayrollMonth(YearMonth period, String currency, List<Due> due, List<DueProblem> problems) {

    public PayrollMonth {
        due = List.copyOf(due);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the frozen statements of a month.
     *
     * @param people who everybody is now
     */
    public static PayrollMonth of(ClosedPeriods closed, Organisation people, YearMonth period, String currency) {
        List<Due> due = new ArrayList<>();
        List<DueProblem> problems = new ArrayList<>();
        Map<String, Set<String>> holders = holders(people);
        for (FrozenStatement statement : closed.results(period).values()) {
            for (FrozenStatement.Balance balance : statement.balances()) {
                if (Currencies.isMoney(balance.currency())) {
                    ManagerRecord manager = people.manager(statement.manager());
                    DueProblem.Reason reason = problemOf(manager, balance, currency, holders);
                    if (reason == null) {
                        due.add(new Due(payee(manager, people, period), balance, statement));
                    } else if (balance.payout() > 0) {
                        problems.add(new DueProblem(
                                statement.manager(),
                                balance.organisation(),
                                balance.payout(),
                                balance.currency(),
                                reason));
                    }
                }
            }
        }
        return new PayrollMonth(period, currency, due, problems);
    }

    private static DueProblem.Reason problemOf(
            ManagerRecord manager, FrozenStatement.Balance balance, String currency, Map<String, Set<String>> holders) {
        if (!balance.currency().equals(currency)) {
            return DueProblem.Reason.OTHER_CURRENCY;
        } else if (manager == null) {
            return DueProblem.Reason.UNKNOWN_MANAGER;
        } else if (blank(balance.organisation()) && blank(manager.organisation())) {
            return DueProblem.Reason.NO_ORGANISATION;
        } else if (balance.organisation() != null && !Objects.equals(balance.organisation(), manager.organisation())) {
            return DueProblem.Reason.OTHER_ORGANISATION;
        } else if (blank(manager.employeeNumber())) {
            return DueProblem.Reason.NO_EMPLOYEE_NUMBER;
        }
        return holders.get(numberOf(manager)).size() > 1 ? DueProblem.Reason.SHARED_NUMBER : null;
    }

    private static Map<String, Set<String>> holders(Organisation people) {
        Map<String, Set<String>> holders = new HashMap<>();
        for (ManagerRecord manager : people.managers()) {
            if (!manager.header().deleted()) {
                holders.computeIfAbsent(numberOf(manager), number -> new TreeSet<>())
                        .add(manager.id());
            }
        }
        return holders;
    }

    private static String numberOf(ManagerRecord manager) {
        return manager.organisation() + "|"
                + (manager.employeeNumber() == null
                        ? ""
                        : manager.employeeNumber().strip());
    }

    private static Payee payee(ManagerRecord manager, Organisation people, YearMonth period) {
        String teamId = people.teamOf(manager.id(), period.atEndOfMonth());
        TeamRecord team = teamId == null ? null : people.team(teamId);
        return new Payee(
                manager.organisation(),
                manager.employeeNumber().strip(),
                manager.id(),
                blank(manager.name()) ? manager.id() : manager.name(),
                team == null ? "" : team.name());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
