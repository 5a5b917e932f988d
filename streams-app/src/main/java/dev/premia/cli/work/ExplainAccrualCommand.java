package dev.premia.cli.work;

import dev.premia.cli.CauseText;
import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Progress;
import dev.premia.codec.avro.RegistryUnavailableException;
import dev.premia.connectors.file.JsonLineWriter;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.DisputedEntry;
import dev.premia.domain.money.Currencies;
import dev.premia.replay.history.ManagerHistory;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.RecordScan;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Cause;
import dev.premia.schemas.Explanation;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows an entry of the ledger with its causes and the calculation that it carries. */
@Command(
        name = "accrual",
        description = "Shows an entry of the ledger with its causes and its calculation.",
        footer = {
            "  premia explain accrual --manager crm/17 --sequence 3 --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
            "  premia explain accrual --shadow --manager crm/17 --sequence 1 --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
        })
final class ExplainAccrualCommand extends PremiaCommand {
    /** The type of a cause that is a decision. */
    private static final String CONTROL = "control";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @Option(
            names = "--manager",
            required = true,
            paramLabel = "ID",
            order = 1,
            description = "Qualified id of the manager; needed.")
    private String manager;

    @Option(
            names = "--sequence",
            required = true,
            paramLabel = "N",
            order = 2,
            description = "Number of the entry, from 1; needed.")
    private long sequence;

    @Option(
            names = "--shadow",
            order = 3,
            description = "The entry of a plan on trial, of premia.shadow-accruals, which is never paid.")
    private boolean shadow;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() {
        Output output = output();
        Accrual accrual = find(output);
        if (accrual == null) {
            throw CommandException.badInput(
                    (shadow ? "no plan on trial has an entry " : "the ledger has no entry ") + sequence + " of "
                            + manager + "; expected the qualified id of a manager and a number that was booked.");
        }
        if (output.forPeople()) {
            tree(accrual, decisions(), history(accrual, output), output).print(output);
        } else {
            output.out().println(new JsonLineWriter().write(accrual, null));
            Decisions known = decisions();
            List<Decision> about = about(accrual, known);
            if (!about.isEmpty()) {
                new DecisionTable(known, output).print(about);
            }
            output.out().flush();
        }
        return ExitCodes.DONE;
    }

    private Accrual find(Output output) {
        return LedgerEntries.read(
                        cluster,
                        shadow ? Topics.SHADOW_ACCRUALS : Topics.ACCRUALS,
                        entry -> entry.getManager().equals(manager) && entry.getSequence() == sequence,
                        output)
                .entries()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private Decisions decisions() {
        return DecisionOptions.decisions(cluster);
    }

    /** Disputes name entries of the ledger that pays; null where there is none. */
    private DisputedEntry dispute(Accrual accrual, Decisions known) {
        return shadow ? null : known.dispute(accrual.getManager(), accrual.getSequence());
    }

    /** The decisions that caused the entry, and those that contest it. */
    private List<Decision> about(Accrual accrual, Decisions known) {
        List<Decision> about = new ArrayList<>();
        for (Cause cause : accrual.getCauses()) {
            Decision decision = cause.getType().equals(CONTROL) ? known.byId(cause.getId()) : null;
            if (decision != null) {
                about.add(decision);
            }
        }
        DisputedEntry dispute = dispute(accrual, known);
        if (dispute != null) {
            Stream.of(dispute.opened(), dispute.settled())
                    .filter(Objects::nonNull)
                    .forEach(about::add);
        }
        return about;
    }

    /** The revisions of the deals and payments that caused it. */
    private ManagerHistory history(Accrual accrual, Output output) {
        ManagerHistory history = new ManagerHistory(
                manager,
                accrual.getCauses().stream()
                        .filter(cause -> cause.getType().equals("deal"))
                        .map(Cause::getId)
                        .toList());
        try (SchemaRegistryClient registry = cluster.registry();
                Progress progress = Progress.start(output, "reading revisions", 0)) {
            RecordScan.topics(cluster.client(), registry, null, Bound.NONE, 0, new LoadProgress(progress), history);
        } catch (RegistryUnavailableException e) {
            throw CommandException.failure(e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failure("schema registry: " + e.getMessage(), e);
        }
        return history;
    }

    private Tree tree(Accrual accrual, Decisions known, ManagerHistory history, Output output) {
        Tree tree = new Tree(accrual.getManager() + ", " + output.text("проводка ", "entry ") + accrual.getSequence()
                + ": " + output.numbers().money(accrual.getAmountMinor(), accrual.getCurrency()));
        tree.add(output.text("правило: ", "rule: ") + accrual.getPlan() + " v" + accrual.getPlanVersion() + ", "
                + accrual.getComponent());
        tree.add(output.text("заработано: ", "earned in: ") + accrual.getWindowStart() + " – "
                + accrual.getWindowEnd().minusDays(1) + ", " + accrual.getZone());
        tree.add(
                shadow
                        ? output.text("пробный план: не выплачивается", "a plan on trial: it is not paid")
                        : output.text("выплата: ", "payroll: ") + accrual.getPostingPeriod());
        tree.add(output.text("всего за период: ", "total of the window so far: ")
                + output.numbers()
                        .money(
                                Currencies.toAmount(accrual.getBalanceMinor(), accrual.getCurrency()),
                                accrual.getCurrency()));
        tree.add(output.text("записано: ", "recorded at: ") + recordedAt(accrual));
        ExplanationText text = new ExplanationText(output);
        Tree causes = tree.add(output.text("причина: ", "cause: ") + text.reason(accrual.getReason()));
        CauseBranch branch = new CauseBranch(history, ZoneId.of(accrual.getZone()), output);
        for (Cause cause : accrual.getCauses()) {
            Decision decision = cause.getType().equals(CONTROL) ? known.byId(cause.getId()) : null;
            if (decision == null) {
                branch.addTo(causes, cause);
            } else {
                causes.add(CauseText.kind(cause.getType(), output) + ": " + new DecisionText(output).line(decision));
            }
        }
        if (accrual.getMoreCauses() > 0) {
            causes.add(output.text("… ещё ", "… and ") + output.numbers().whole(accrual.getMoreCauses()));
        }
        accrual.getRanges()
                .forEach(range -> causes.add(range.getTopic() + "-" + range.getPartition()
                        + output.text(", смещения ", ", offsets ") + range.getFirstOffset() + "–"
                        + range.getLastOffset()));
        DecisionBranch.addDispute(tree, dispute(accrual, known), output);
        if (accrual.getExplanation() != null) {
            explanation(tree, accrual.getExplanation(), text, output);
        }
        return tree;
    }

    /** In the zone in which the entry was earned, to the second. */
    private static String recordedAt(Accrual accrual) {
        ZoneId zone = ZoneId.of(accrual.getZone());
        return SECONDS.format(accrual.getRecordedAt().atZone(zone)) + " " + zone;
    }

    private static void explanation(Tree tree, Explanation explanation, ExplanationText text, Output output) {
        Tree branch = tree.add(output.text("расчёт: ", "calculation: ") + text.sentence(explanation.getFormula()));
        explanation
                .getInputs()
                .forEach(input -> branch.add(text.formula(input.getName()) + " = " + text.value(input.getValue())));
        explanation.getSteps().forEach(step -> branch.add(text.sentence(step)));
        if (explanation.getNote() != null) {
            for (String note : explanation.getNote().split("; ")) {
                branch.add(output.text("примечание: ", "note: ") + text.sentence(note));
            }
        }
    }
}
