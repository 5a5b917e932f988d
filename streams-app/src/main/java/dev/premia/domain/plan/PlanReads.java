package dev.premia.domain.plan;

import dev.premia.domain.contest.TiePolicy;
import dev.premia.domain.credit.DealMeasure;
import dev.premia.domain.credit.FilteredMeasure;
import dev.premia.domain.credit.GrossFilter;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.kpi.Reach;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.plan.own.FactSource;
import dev.premia.domain.plan.own.OnDemand;
import dev.premia.domain.plan.own.OwnMeasure;
import dev.premia.domain.time.WindowKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one version of a plan reads, found by walking its formulas. The plan's own KPIs count as read whether a component names them or not. */
public final class PlanReads {
    /** By number: filters that differ in spelling only are one. */
    private final Map<Long, FilteredMeasure> filtered = new TreeMap<>();

    private final Map<Long, OwnMeasure> measured = new TreeMap<>();

    private final Set<Long> team = new TreeSet<>();
    private final Set<Long> company = new TreeSet<>();
    private final Set<Term.Kpi> own = new LinkedHashSet<>();
    private final Set<String> inverse = new TreeSet<>();
    private final Set<OwnKpiUse> ownUses = new LinkedHashSet<>();
    private final Set<String> ownNames;
    private final MoneyView view;
    private boolean money;
    private int windowsBack;
    private boolean cumulative;
    private boolean deals;
    private boolean customerTags;
    private final List<Component> ofGroups = new ArrayList<>();
    private final Map<WindowKind, Map<String, Term>> compared = new EnumMap<>(WindowKind.class);
    private boolean shared;
    private boolean gross;

    /** Analyses a version. */
    public static PlanReads of(PlanVersion plan) {
        PlanReads reads = new PlanReads(plan);
        for (Term kpi : plan.kpis().values()) {
            reads.read(kpi, Whose.MANAGER, plan.period(), 0);
        }
        for (Component component : plan.components()) {
            reads.read(component);
        }
        reads.read(plan.totalCap(), Whose.MANAGER, plan.period(), 0);
        return reads;
    }

    /** Analyses one component of a version. */
    static PlanReads of(PlanVersion plan, Component component) {
        PlanReads reads = new PlanReads(plan);
        reads.read(component);
        return reads;
    }

    /** Analyses what one of the plan's own KPIs reads where the plan uses it. */
    public static PlanReads of(PlanVersion plan, OwnKpiUse use) {
        PlanReads reads = new PlanReads(plan);
        reads.read(plan.kpis().get(use.name()), use.whose(), use.kind(), 0);
        return reads;
    }

    private PlanReads(PlanVersion plan) {
        this.view = plan.money();
        this.ownNames = plan.kpis().keySet();
    }

    /** Where the plan uses the KPIs that it defines; each at least for managers, in windows of the plan's period. */
    public Set<OwnKpiUse> ownKpis() {
        return Collections.unmodifiableSet(ownUses);
    }

    /** Whether amounts of money are read. */
    public boolean readsMoney() {
        return money;
    }

    /** A narrowed measure for every measure of every KPI under a filter. */
    public Set<FilteredMeasure> filteredMeasures() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(filtered.values()));
    }

    /** The measures of the KPIs that the plan measures itself. */
    public Set<OwnMeasure> ownMeasures() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(measured.values()));
    }

    /** Every measure over deals that the plan defines. */
    public List<DealMeasure> dealMeasures() {
        List<DealMeasure> all = new ArrayList<>(filtered.values());
        measured.values().stream()
                .filter(measure -> measure.kind().source() == FactSource.DEALS)
                .forEach(all::add);
        return all;
    }

    /** Numbers of the measures read of the manager's team: plain, narrowed, and sums of members' targets; without the overlay mark. */
    public Set<Long> teamMeasures() {
        return Collections.unmodifiableSet(team);
    }

    /** The same of the company. */
    public Set<Long> companyMeasures() {
        return Collections.unmodifiableSet(company);
    }

    /** Whether a window's pay depends on windows before it. */
    public boolean readsPrevious() {
        return windowsBack > 0;
    }

    /** How many windows back the pay of a window looks: 1 for {@code growth(revenue)}, 0 for none. */
    public int windowsBack() {
        return windowsBack;
    }

    /** Whether a KPI needs all history before the window's end. */
    public boolean readsCumulative() {
        return cumulative;
    }

    /** Whether single deals are read, not only sums. */
    public boolean readsDeals() {
        return deals;
    }

    /** Whether single deals are chosen by the tags of their customers. */
    public boolean readsCustomerTagsOfDeals() {
        return customerTags;
    }

    /** Components that look at whole windows under the version valid on their last day. */
    public List<Component> componentsOfGroups() {
        return Collections.unmodifiableList(ofGroups);
    }

    /** Whether pay depends on what other managers bring to a contest, a pool or a comparison. */
    public boolean readsPeers() {
        return shared;
    }

    /** By what managers are compared in windows of a kind. */
    public Collection<Term> comparedIn(WindowKind kind) {
        return Collections.unmodifiableCollection(
                compared.getOrDefault(kind, Map.of()).values());
    }

    /** KPIs of the catalogue read of the manager himself, narrowed ones included, in order of first appearance. */
    public Set<Term.Kpi> kpis() {
        return Collections.unmodifiableSet(own);
    }

    /** Names of the KPIs of which less is better. */
    public Set<String> inverseKpis() {
        return Collections.unmodifiableSet(inverse);
    }

    private void noteInverse(Term kpi, boolean lessIsBetter) {
        if (lessIsBetter) {
            inverse.add(kpi.text());
        }
    }

    private void read(Component component) {
        if (component.isOfGroup()) {
            ofGroups.add(component);
        }
        shared |= component.isShared();
        PayRule rule = component.rule();
        Whose whose = rule instanceof PayRule.Contest contest ? contest.among() : component.scope();
        gross = component.settlement().original();
        read(component.when(), whose, component.window(), 0);
        read(component.cap(), whose, component.window(), 0);
        read(rule, whose, component.window());
        gross = false;
    }

    private void read(PayRule rule, Whose whose, WindowKind kind) {
        if (rule instanceof PayRule.Rate rate) {
            read(rate.rate(), whose, kind, 0);
            read(rate.of(), whose, kind, 0);
        } else if (rule instanceof PayRule.Fixed fixed) {
            read(fixed.pay(), whose, kind, 0);
            read(fixed.per(), whose, kind, 0);
        } else if (rule instanceof PayRule.Tiers tiers) {
            read(tiers.table(), whose, kind);
            read(tiers.of(), whose, kind, 0);
            read(tiers.by(), whose, kind, 0);
        } else if (rule instanceof PayRule.Deals overDeals) {
            deals = true;
            customerTags |= overDeals.where() != null && overDeals.where().readsCustomerTags();
            read(overDeals.table(), whose, kind);
        } else if (rule instanceof PayRule.Scorecard scorecard) {
            read(scorecard.targetBonus(), whose, kind, 0);
            scorecard.lines().forEach(line -> {
                noteInverse(line.kpi(), line.inverse());
                readAttainment(line.kpi(), whose, kind, 0);
            });
        } else if (rule instanceof PayRule.Pool pool) {
            read(pool.amount(), whose, kind, 0);
            if (pool.shareBy() instanceof PayRule.ShareBy.Contribution contribution) {
                readOfPeers(contribution.kpi(), whose, kind);
            }
        } else if (rule instanceof PayRule.Contest contest) {
            read(contest.pot(), whose, kind, 0);
            readDeals(contest);
            readOfPeers(contest.rankBy(), whose, kind);
            readOfPeers(contest.second(), whose, kind);
            readOfPeers(contest.minimum(), whose, kind);
        } else {
            throw new IllegalStateException("unknown rule " + rule);
        }
    }

    /** Who was first is told by the deals that count. */
    private void readDeals(PayRule.Contest contest) {
        if (contest.ties() == TiePolicy.FIRST_TO_REACH) {
            deals = true;
            customerTags |= PeerFigures.kpisOf(contest.rankBy()).stream()
                    .anyMatch(kpi -> kpi.filter() != null && kpi.filter().readsCustomerTags());
        }
    }

    /** The group's own value is read too: as soon as anybody has figures in a window, everybody takes part in it. */
    private void readOfPeers(Formula formula, Whose group, WindowKind kind) {
        read(formula, Whose.MANAGER, kind, 0);
        read(formula, group, kind, 0);
    }

    private void read(TierTable table, Whose whose, WindowKind kind) {
        for (TierTable.Step step : table.steps()) {
            read(step.to(), whose, kind, 0);
            read(step.pay(), whose, kind, 0);
        }
    }

    private void read(Formula formula, Whose whose, WindowKind kind, int back) {
        if (formula != null) {
            formula.references().forEach(handle -> read((Term) handle, whose, kind, back));
        }
    }

    private void read(Term term, Whose whose, WindowKind kind, int back) {
        windowsBack = Math.max(windowsBack, back);
        if (ownNames.contains(term.text())) {
            ownUses.add(new OwnKpiUse(term.text(), kind, whose));
        }
        if (term instanceof Term.Kpi kpi) {
            read(kpi, whose, kind, back);
        } else if (term instanceof Term.Derived derived) {
            read(derived.formula(), whose, kind, back);
        } else if (term instanceof Term.Measured own) {
            money |= own.unit() == Unit.MONEY;
            for (OwnMeasure measure : own.reader().measures()) {
                measured.putIfAbsent(measure.measure(), measure);
                add(measure.measure(), whose);
            }
        } else if (term instanceof Term.Index index) {
            index.lines().forEach(line -> {
                noteInverse(line.kpi(), line.inverse());
                readAttainment(line.kpi(), whose, kind, back);
            });
        } else if (term instanceof Term.Streak streak) {
            for (int i = 0; i < streak.last(); i++) {
                read(streak.condition(), whose, kind, back + i);
            }
        } else if (term instanceof Term.BestOf best) {
            for (int i = 1; i <= best.last(); i++) {
                read(best.formula(), whose, kind, back + i);
            }
        } else if (term instanceof Term.Previous previous) {
            read(previous.of(), whose, kind, back + 1);
        } else if (term instanceof Term.Growth growth) {
            read(growth.of(), whose, kind, back);
            read(growth.of(), whose, kind, back + 1);
        } else if (term instanceof Term.Target target) {
            readTarget(target.of(), whose, kind, back);
        } else if (term instanceof Term.Attainment attainment) {
            readAttainment(attainment.of(), whose, kind, back);
        } else if (term instanceof Term.Coefficient) {
            // It comes from the manager's record, whose every change is evaluated.
            return;
        } else if (term instanceof Term.Team group) {
            read(group.of(), Whose.TEAM, kind, back);
        } else if (term instanceof Term.Company group) {
            read(group.of(), Whose.COMPANY, kind, back);
        } else if (term instanceof Term.Compared peers) {
            // The company's value is read too: as soon as anybody has figures in a window, everybody is compared in it.
            shared = true;
            compared.computeIfAbsent(kind, each -> new LinkedHashMap<>())
                    .putIfAbsent(peers.of().text(), peers.of());
            read(peers.of(), Whose.MANAGER, kind, back);
            read(peers.of(), Whose.COMPANY, kind, back);
        } else {
            throw new IllegalStateException("unknown term " + term);
        }
    }

    private void readAttainment(Term of, Whose whose, WindowKind kind, int back) {
        read(of, whose, kind, back);
        readTarget(of, whose, kind, back);
    }

    /** A target is looked up by the KPI's name; the KPI's own value is not read for it. */
    private void readTarget(Term of, Whose whose, WindowKind kind, int back) {
        windowsBack = Math.max(windowsBack, back);
        if (of instanceof Term.Team group) {
            readTarget(group.of(), Whose.TEAM, kind, back);
        } else if (of instanceof Term.Company group) {
            readTarget(group.of(), Whose.COMPANY, kind, back);
        } else if (of instanceof Term.Previous previous) {
            readTarget(previous.of(), whose, kind, back + 1);
        } else {
            add(Measures.memberTarget(of.text(), kind.number()), whose);
            if (whose == Whose.MANAGER && of instanceof Term.Kpi kpi) {
                own.add(kpi);
            }
        }
    }

    private void read(Term.Kpi kpi, Whose whose, WindowKind kind, int back) {
        Reach reach = kpi.definition().reach();
        money |= kpi.definition().readsMoney();
        cumulative |= reach.isEverything();
        windowsBack = Math.max(windowsBack, back + reach.windowsBack(kind, kpi.parameters()));
        if (whose == Whose.MANAGER) {
            own.add(kpi);
        }
        for (long base : kpi.definition().measures()) {
            OnDemand.find(base).ifPresent(measure -> measured.putIfAbsent(base, measure));
            if (kpi.filter() == null) {
                add(base, whose);
            } else {
                add(FilteredMeasure.of(base, kpi.filter(), view), whose);
            }
            if (gross && kpi.definition().filterable()) {
                add(FilteredMeasure.of(base, new GrossFilter(kpi.filter()), view), whose);
            }
        }
    }

    private void add(FilteredMeasure narrowed, Whose whose) {
        filtered.putIfAbsent(narrowed.measure(), narrowed);
        add(narrowed.measure(), whose);
    }

    private void add(long measure, Whose whose) {
        if (whose == Whose.TEAM) {
            team.add(measure);
        } else if (whose == Whose.COMPANY) {
            company.add(measure);
        }
    }
}
