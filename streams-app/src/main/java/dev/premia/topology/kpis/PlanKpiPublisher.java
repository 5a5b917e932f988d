package dev.premia.topology.kpis;

import dev.premia.domain.alert.TargetWatch;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.plan.EvaluationData;
import dev.premia.domain.plan.OwnKpiUse;
import dev.premia.domain.plan.Phrase;
import dev.premia.domain.plan.PlanKpis;
import dev.premia.domain.plan.PlanReads;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.Whose;
import dev.premia.domain.time.Window;
import dev.premia.schemas.Kpi;
import dev.premia.topology.message.KpiChanged;
import dev.premia.topology.reference.ReferenceView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Publishes the KPIs that plans define, of a manager, a team or the company, when their value, their target or the version
 * that defines them changed.
 */
public final class PlanKpiPublisher {
    private static final String PLAN = "|plan:";

    private final KeyValueStore<String, String> published;
    private final ReferenceView references;
    private final Map<PlanVersion, Map<OwnKpiUse, PlanReads>> reads = new HashMap<>();
    private int readsFor = -1;

    public PlanKpiPublisher(KeyValueStore<String, String> published, ReferenceView references) {
        this.published = published;
        this.references = references;
    }

    /** One KPI of a plan where it is read, with all that its versions look back to. */
    public record Wanted(String plan, OwnKpiUse use, int windowsBack, boolean cumulative) {
        private Wanted with(PlanReads reads) {
            return new Wanted(
                    plan, use, Math.max(windowsBack, reads.windowsBack()), cumulative || reads.readsCumulative());
        }
    }

    /** The KPIs of a plan that subjects of a kind have; none where no version defines any. */
    public List<Wanted> wanted(String plan, SubjectType type) {
        Map<OwnKpiUse, Wanted> wanted = new LinkedHashMap<>();
        for (PlanVersion version : references.plans().versions(plan)) {
            readsOf(version).forEach((use, of) -> {
                if (use.whose() == whose(type)) {
                    wanted.put(
                            use,
                            wanted.getOrDefault(use, new Wanted(plan, use, 0, false))
                                    .with(of));
                }
            });
        }
        return new ArrayList<>(wanted.values());
    }

    private Map<OwnKpiUse, PlanReads> readsOf(PlanVersion version) {
        if (readsFor != references.definitionSet()) {
            reads.clear();
            readsFor = references.definitionSet();
        }
        return reads.computeIfAbsent(version, each -> {
            Map<OwnKpiUse, PlanReads> uses = new LinkedHashMap<>();
            for (OwnKpiUse use : references.plans().reads(version).ownKpis()) {
                uses.put(use, PlanReads.of(version, use));
            }
            return uses;
        });
    }

    private static Whose whose(SubjectType type) {
        return switch (type) {
            case MANAGER -> Whose.MANAGER;
            case TEAM -> Whose.TEAM;
            case COMPANY -> Whose.COMPANY;
            default -> null;
        };
    }

    /** The windows in which a KPI of a subject has been published, ascending. */
    public Set<Window> published(Subject subject, Wanted wanted) {
        Set<Window> windows = new TreeSet<>();
        String from = subject.key() + "|" + wanted.use().kind().label() + "|";
        try (KeyValueIterator<String, String> range = published.range(from, from + Character.MAX_VALUE)) {
            while (range.hasNext()) {
                String key = range.next().key;
                LocalDate start = LocalDate.parse(key.substring(from.length(), key.indexOf('|', from.length())));
                Window window = new Window(wanted.use().kind(), start);
                if (key.equals(key(subject, wanted, window))) {
                    windows.add(window);
                }
            }
        }
        return windows;
    }

    /** Whether a KPI of a subject has been published in a window. */
    public boolean isPublished(Subject subject, Wanted wanted, Window window) {
        return published.get(key(subject, wanted, window)) != null;
    }

    private static String key(Subject subject, Wanted wanted, Window window) {
        return subject.key() + "|" + window.kind().label() + "|" + window.start() + "|"
                + wanted.use().name() + PLAN + wanted.plan();
    }

    /**
     * Publishes a KPI over windows.
     *
     * @param data the subject's figures
     * @param timestamp of the cause, epoch milliseconds
     */
    public void publish(
            Subject subject,
            Wanted wanted,
            Iterable<Window> windows,
            EvaluationData data,
            long timestamp,
            Consumer<KpiRecords.Keyed> out) {
        PlanKpis kpis = new PlanKpis(references.plans(), subject, data);
        for (Window window : windows) {
            String key = key(subject, wanted, window);
            String before = published.get(key);
            PlanKpis.Figure measured =
                    kpis.of(wanted.plan(), wanted.use().name(), window).orElse(null);
            PlanKpis.Figure figure = measured == null && before != null ? gone(wanted) : measured;
            String content = figure == null ? null : content(figure);
            if (figure != null && !content.equals(before)) {
                published.put(key, content);
                Kpi kpi = record(subject, wanted, window, figure, timestamp);
                out.accept(new KpiRecords.Keyed(key, new KpiChanged(kpi)));
                if (measured != null) {
                    watch(subject, wanted, window, measured)
                            .change(standing(before), standing(measured))
                            .ifPresent(alert -> KpiPublisher.alert(alert, timestamp, out));
                }
            }
        }
    }

    /**
     * Tells once of the target of a KPI that was missed in the window that ended last by the as-of day.
     *
     * @param timestamp of the cause, epoch milliseconds
     */
    public void endOfWindow(
            Subject subject, Wanted wanted, EvaluationData data, long timestamp, Consumer<KpiRecords.Keyed> out) {
        if (references.asOf() == null) {
            return;
        }
        Window ended = Window.containing(wanted.use().kind(), references.asOf()).previous();
        String told = KpiPublisher.TOLD + key(subject, wanted, ended);
        if (published.get(told) != null) {
            return;
        }
        PlanKpis kpis = new PlanKpis(references.plans(), subject, data);
        kpis.of(wanted.plan(), wanted.use().name(), ended).ifPresent(figure -> {
            TargetWatch.Standing standing = standing(figure);
            watch(subject, wanted, ended, figure).end(standing).ifPresent(alert -> {
                published.put(told, standing.toString());
                KpiPublisher.alert(alert, timestamp, out);
            });
        });
    }

    private TargetWatch watch(Subject subject, Wanted wanted, Window window, PlanKpis.Figure figure) {
        String name = wanted.use().name();
        PlanVersion version = figure.version();
        PlanTitle title = title(version, name);
        Unit unit = version.kpis().get(name).unit();
        boolean inverse = references.plans().reads(version).inverseKpis().contains(name);
        return new TargetWatch(
                new TargetWatch.Watched(name, title.ru(), title.en(), unit, wanted.plan()),
                inverse,
                version.zone(),
                version.currency(),
                subject,
                window);
    }

    private static PlanTitle title(PlanVersion version, String name) {
        return version.kpiTitles().getOrDefault(name, new PlanTitle(name, name));
    }

    private static TargetWatch.Standing standing(PlanKpis.Figure figure) {
        return new TargetWatch.Standing(figure.value().orElse(null), figure.target());
    }

    /** What was published under a key, as far as it is a number. */
    private static TargetWatch.Standing standing(String content) {
        if (content == null) {
            return TargetWatch.Standing.NONE;
        }
        int first = content.indexOf('|');
        int last = content.lastIndexOf('|');
        return new TargetWatch.Standing(
                KpiPublisher.numberOrNull(content.substring(first + 1, last)),
                KpiPublisher.numberOrNull(content.substring(last + 1)));
    }

    private static String content(PlanKpis.Figure figure) {
        return figure.version().version() + "|" + figure.value() + "|" + figure.target();
    }

    /** What was said of somebody whom the plan does not pay any more, or of a KPI that it has given up. */
    private PlanKpis.Figure gone(Wanted wanted) {
        PlanVersion last = null;
        for (PlanVersion version : references.plans().versions(wanted.plan())) {
            last = version;
        }
        String reason = wanted.use().name() + " is undefined: " + Phrase.NOT_MEASURED.text();
        return new PlanKpis.Figure(last, Value.undefined(reason), null);
    }

    private Kpi record(Subject subject, Wanted wanted, Window window, PlanKpis.Figure figure, long timestamp) {
        String name = wanted.use().name();
        PlanVersion version = figure.version();
        PlanReads of = readsOf(version).get(wanted.use());
        PlanTitle title = title(version, name);
        Kpi kpi = KpiRecords.of(subject, name, window, figure.value(), figure.target(), timestamp);
        KpiRecords.setView(kpi, version.money(), of != null && of.readsMoney());
        kpi.setPlan(wanted.plan());
        kpi.setTitleRu(title.ru());
        kpi.setTitleEn(title.en());
        return kpi;
    }
}
