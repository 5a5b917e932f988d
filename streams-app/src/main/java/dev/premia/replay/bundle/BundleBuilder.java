package dev.premia.replay.bundle;

import dev.premia.codec.avro.CloseCodec;
import dev.premia.connectors.file.FileInput;
import dev.premia.connectors.file.JsonLineWriter;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.SourcePosition;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.Detail;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.LogAdmission;
import dev.premia.replay.input.RecordScan;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes the smallest bundle that proves a statement: first with the manager's own records, of calls those of the month, then with those of the teams, then
 * with everybody's. Each is computed again from the file itself, and the first whose statement and explanations are the same to
 * the letter is kept.
 */
public final class BundleBuilder {
    private final BatchResult result;
    private final String manager;
    private final YearMonth period;
    private final Log log;
    private final JsonLineWriter lines = new JsonLineWriter();

    /** Where the records come from. */
    public interface Log {
        /** Hands over the records that count for the statement; may be called again. */
        void scan(RecordScan.Sink sink);

        /** The close of the month with its result and completion; empty while the month is open. */
        List<Decision> close();

        /** How much of the log counts, and of the bundle when its statement is computed again. */
        Bound bound();

        /** The as-of day of the statement; null where the control records say it. */
        LocalDate asOf();
    }

    /** @param result the statement's computation, from everything that counts */
    public BundleBuilder(BatchResult result, String manager, YearMonth period, Log log) {
        this.result = result;
        this.manager = manager;
        this.period = period;
        this.log = log;
    }

    /**
     * Writes the bundle.
     *
     * @param statement the statement as lines for machines
     * @return what it is about
     * @throws BundleException when no bundle reproduces the statement
     * @throws IOException when the file cannot be written
     */
    public Manifest write(Path path, List<String> statement) throws IOException {
        StatementProof wanted = StatementProof.of(result, manager, period);
        for (Reach reach : Reach.values()) {
            Path trial = path.resolveSibling(path.getFileName() + ".trial.zip");
            try {
                Manifest manifest = write(trial, reach, statement, wanted.digest());
                if (wanted.equals(proof(trial))) {
                    Files.move(trial, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    return manifest;
                }
            } finally {
                Files.deleteIfExists(trial);
            }
        }
        throw new BundleException("the statement of " + manager + " for " + period
                + " cannot be computed again from a bundle: it depends on what bundles leave out (names and salaries of"
                + " others). Nothing was written.");
    }

    private Manifest write(Path path, Reach reach, List<String> statement, String digest) throws IOException {
        BundleSelection selection =
                new BundleSelection(manager, reach, plans(), result.organisation(), from(), period.atEndOfMonth());
        log.scan(selection);
        Collected collected = new Collected(selection, new PersonalData(manager), new LogAdmission(log.bound()));
        log.scan(collected);
        log.close()
                .forEach(each -> collected.decision(
                        CloseCodec.toAvro(each), each.heading().at()));
        BundleFile file = new BundleFile();
        file.add("facts.jsonl", true, collected.facts);
        file.add("plans.jsonl", true, collected.plans);
        file.add("control.jsonl", true, collected.control());
        file.add("statement.json", false, statement);
        Settings settings = result.settings();
        Manifest manifest = new Manifest(
                manager,
                period,
                settings.zone(),
                settings.currency(),
                reach,
                !log.close().isEmpty(),
                digest,
                file.items());
        file.write(path, manifest);
        return manifest;
    }

    /** The plans that rule for the manager on a day of a window that ends in the month, or of which something is posted. */
    private Set<String> plans() {
        Set<String> plans = new HashSet<>();
        result.lines().stream().filter(line -> line.manager().equals(manager)).forEach(line -> plans.add(line.plan()));
        ManagerRecord person = result.organisation().manager(manager);
        Window year = Window.containing(WindowKind.YEAR, period.atDay(1));
        for (LocalDate day = year.start();
                person != null && !day.isAfter(period.atEndOfMonth());
                day = day.plusDays(1)) {
            for (String plan : result.plans().plans()) {
                if (!plans.contains(plan) && result.plans().ruling(plan, person, day) != null) {
                    plans.add(plan);
                }
            }
        }
        return plans;
    }

    private LocalDate from() {
        return result.postedLines().stream()
                .filter(line -> line.manager().equals(manager) && line.posting().equals(period))
                .map(line -> line.window().start())
                .reduce(period.atDay(1), (left, right) -> left.isBefore(right) ? left : right);
    }

    /** Computes the statement from the file. */
    private StatementProof proof(Path path) {
        Bundle bundle = Bundle.open(path);
        LoadedInput loaded = FileLoader.loadBelow(
                bundle.inputs(),
                List.of(),
                FileInput.Options.DEFAULT,
                log.bound().ofSome(),
                Detail.ALL,
                LoadedInput.Listener.NONE);
        if (!loaded.rejected().isEmpty()) {
            throw new BundleException("the bundle is not read back as it was written: "
                    + loaded.rejected().get(0).message());
        }
        return StatementProof.of(loaded.compute(result.settings(), log.asOf()), manager, period);
    }

    /** The chosen records as lines. */
    private final class Collected implements RecordScan.Sink {
        private final BundleSelection selection;
        private final PersonalData personal;
        private final LogAdmission admission;
        private final List<String> facts = new ArrayList<>();
        private final List<String> plans = new ArrayList<>();
        private final List<String> decisions = new ArrayList<>();
        private Control lastDay;

        Collected(BundleSelection selection, PersonalData personal, LogAdmission admission) {
            this.selection = selection;
            this.personal = personal;
            this.admission = admission;
        }

        @Override
        public void record(SpecificRecord value, SourcePosition position) {
            Instant at = position.recordedAt().equals(Instant.MIN) ? null : position.recordedAt();
            if (value instanceof Plan plan) {
                if (selection.wantsPlan(plan.getPlan()) && pays(plan)) {
                    plans.add(lines.write(plan, at));
                }
            } else if (value instanceof Control control) {
                control(control, at);
            } else if (selection.wants(value)) {
                facts.add(lines.write(personal.reduced(value), at));
            }
        }

        /** Whether the statement was computed by it: versions on trial pay nothing. */
        private boolean pays(Plan plan) {
            return result.plans().version(plan.getPlan(), plan.getVersion()) != null;
        }

        private void control(Control control, Instant at) {
            if (control.getKind() == ControlKind.day) {
                boolean later = lastDay == null || control.getDay().isAfter(lastDay.getDay());
                lastDay = later ? control : lastDay;
            } else if (admission.admits(control) && selection.wants(control)) {
                // Of a decision that does not count, the bundle may lack what speaks against it.
                decision(control, at);
            }
        }

        void decision(Control control, Instant at) {
            decisions.add(lines.write(personal.reduced(control), at));
        }

        /** The decisions in their order, and the latest day; earlier ones say nothing more. */
        private List<String> control() {
            List<String> all = new ArrayList<>(decisions);
            if (lastDay != null) {
                all.add(lines.write(lastDay, null));
            }
            return all;
        }
    }
}
