package dev.premia.domain.plan;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.contest.PeerEntry;
import dev.premia.domain.contest.PeerKey;
import dev.premia.domain.contest.TiePolicy;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one manager brings to the contests and pools of a plan: figures of his own alone, so that entries never depend on
 * entries.
 */
public final class PeerFigures {
    /** Measures to which every won deal that counts contributes, on the instant of its close. */
    private static final Set<Long> OF_WON_DEALS = Set.of(
            Measures.REVENUE,
            Measures.WON_DEALS,
            Measures.PRICED_DEALS,
            Measures.CYCLE_DAYS,
            Measures.COSTED_REVENUE,
            Measures.COST,
            Measures.EXPENSES,
            Measures.TAX);

    private final PlanBook book;
    private final ManagerRecord manager;
    private final EvaluationData data;

    public PeerFigures(PlanBook book, ManagerRecord manager, EvaluationData data) {
        this.book = book;
        this.manager = manager;
        this.data = new WithoutPeers(data);
    }

    /** The figures of a manager who knows nothing of the others. */
    private static final class WithoutPeers extends ForwardedData {
        WithoutPeers(EvaluationData data) {
            super(data);
        }

        @Override
        public PeerBook peers() {
            return new PeerBook();
        }
    }

    /** The manager's entries in a window; what is undefined is no entry. */
    public Map<PeerKey, PeerEntry> of(String plan, Window window) {
        Map<PeerKey, PeerEntry> entries = new LinkedHashMap<>(2);
        for (GroupRuling ruling : GroupRuling.of(book.forOrigin(window), plan, window)) {
            if (ruling.component().isShared()) {
                for (Participation part : Participation.of(ruling, manager)) {
                    PeerEntry entry = entry(ruling, part);
                    if (entry != null) {
                        entries.put(new PeerKey(plan, ruling.component().id(), window, part.group()), entry);
                    }
                }
            }
        }
        addCompared(plan, window, entries);
        return entries;
    }

    /** What formulas compare managers by, under the version that is valid on the last day of the window. */
    private void addCompared(String plan, Window window, Map<PeerKey, PeerEntry> entries) {
        PlanVersion version = book.forOrigin(window).validOn(plan, window.lastDay());
        if (version == null || book.reads(version).comparedIn(window.kind()).isEmpty()) {
            return;
        }
        Participation part = Participation.inCompany(version, window, manager);
        if (part == null) {
            return;
        }
        TermScope scope = scope(new GroupRuling(version, null, window, window.days()), part);
        for (Term term : book.reads(version).comparedIn(window.kind())) {
            BigDecimal value = scope.value(term).orElse(null);
            if (value != null) {
                entries.put(PeerValues.key(plan, term, window), new PeerEntry(value, null, null, true));
            }
        }
    }

    private PeerEntry entry(GroupRuling ruling, Participation part) {
        if (ruling.component().rule() instanceof PayRule.Pool pool) {
            BigDecimal weight = weight(pool.shareBy(), ruling, part);
            return weight == null || weight.signum() <= 0 ? null : PeerEntry.weight(weight);
        }
        return entry((PayRule.Contest) ruling.component().rule(), ruling, part);
    }

    private BigDecimal weight(PayRule.ShareBy shareBy, GroupRuling ruling, Participation part) {
        BigDecimal days = BigDecimal.valueOf(part.length());
        if (shareBy instanceof PayRule.ShareBy.Weights weights) {
            return weights.weights().getOrDefault(manager.id(), BigDecimal.ZERO).multiply(days);
        } else if (shareBy instanceof PayRule.ShareBy.Contribution contribution) {
            return contribution.kpi().evaluate(scope(ruling, part)).orElse(null);
        }
        return days;
    }

    private PeerEntry entry(PayRule.Contest contest, GroupRuling ruling, Participation part) {
        TermScope scope = scope(ruling, part);
        BigDecimal value = contest.rankBy().evaluate(scope).orElse(null);
        if (value == null) {
            return null;
        }
        Value second = contest.second() == null ? null : contest.second().evaluate(scope);
        boolean qualified = contest.minimum() == null
                ? value.signum() > 0
                : contest.minimum().test(scope);
        Long reachedAt = contest.ties() == TiePolicy.FIRST_TO_REACH ? reachedAt(contest.rankBy(), scope) : null;
        return new PeerEntry(value, second == null ? null : second.orElse(null), reachedAt, qualified);
    }

    /** The figures of the days on which the manager takes part. */
    TermScope scope(GroupRuling ruling, Participation part) {
        EvaluationData narrowed = part.isWhole() ? data : new NarrowedData(data, Subject.manager(manager.id()), part);
        return new TermScope(narrowed, ruling.version(), Subject.manager(manager.id()), ruling.window(), ruling.days());
    }

    /**
     * When the value was reached: at the close of the last won deal that counts, where all of it comes from won deals; else
     * with the last day that contributes.
     */
    private static Long reachedAt(Formula rankBy, TermScope scope) {
        List<Term.Kpi> kpis = kpisOf(rankBy);
        Set<Long> own = new HashSet<>();
        rankBy.references().forEach(handle -> collect((Term) handle, new ArrayList<>(), own));
        ZoneId zone = scope.plan().zone();
        boolean ofCatalogue = own.isEmpty() && !kpis.isEmpty();
        if (ofCatalogue && kpis.stream().allMatch(kpi -> OF_WON_DEALS.containsAll(measures(kpi.definition())))) {
            return lastClose(kpis, scope);
        }
        long[] last = {Long.MIN_VALUE};
        CellReader cells = scope.data().cells(scope.subject(), zone);
        own.addAll(scope.measuresOf(kpis));
        cells.forEachDay(
                scope.days().from(),
                scope.days().to(),
                (day, row) -> row.forEach((measure, dim, value) -> {
                    if (own.contains(measure & ~Measures.OVERLAY)) {
                        last[0] = day;
                    }
                }));
        return last[0] == Long.MIN_VALUE
                ? null
                : LocalDate.ofEpochDay(last[0]).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The KPIs of the catalogue from which a formula is worked out. */
    static List<Term.Kpi> kpisOf(Formula formula) {
        List<Term.Kpi> kpis = new ArrayList<>();
        formula.references().forEach(handle -> collect((Term) handle, kpis, new HashSet<>()));
        return kpis;
    }

    private static List<Long> measures(KpiDefinition definition) {
        return definition.measures();
    }

    /** @param own receives the numbers of the measures of the plan's own KPIs */
    private static void collect(Term term, List<Term.Kpi> kpis, Set<Long> own) {
        if (term instanceof Term.Kpi kpi) {
            kpis.add(kpi);
        } else if (term instanceof Term.Measured measured) {
            measured.reader().measures().forEach(measure -> own.add(measure.measure()));
        } else if (term instanceof Term.Derived derived) {
            collect(derived.formula(), kpis, own);
        } else if (term instanceof Term.Streak streak) {
            collect(streak.condition(), kpis, own);
        } else if (term instanceof Term.BestOf best) {
            collect(best.formula(), kpis, own);
        } else if (term instanceof Term.Index index) {
            index.lines().forEach(line -> collect(line.kpi(), kpis, own));
        } else if (term instanceof Term.Attainment attainment) {
            collect(attainment.of(), kpis, own);
        } else if (term instanceof Term.Growth growth) {
            collect(growth.of(), kpis, own);
        }
    }

    private static void collect(Formula formula, List<Term.Kpi> kpis, Set<Long> own) {
        formula.references().forEach(handle -> collect((Term) handle, kpis, own));
    }

    private static Long lastClose(List<Term.Kpi> kpis, TermScope scope) {
        Long last = null;
        for (DealCredit deal : scope.data().wonDeals(scope.days(), scope.plan().money())) {
            boolean counts = kpis.stream()
                    .anyMatch(kpi -> kpi.filter() == null || kpi.filter().accepts(deal));
            if (counts && (last == null || deal.closedAt().toEpochMilli() > last)) {
                last = deal.closedAt().toEpochMilli();
            }
        }
        return last;
    }
}
