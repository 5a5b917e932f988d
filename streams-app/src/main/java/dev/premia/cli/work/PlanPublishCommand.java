package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.cli.operations.EventPublisher;
import dev.premia.codec.plan.PlanFile;
import dev.premia.connectors.file.FileInput;
import dev.premia.domain.plan.PlanUnits;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Publishes plan files. A version never changes: another document under a version that is in the topic is refused, the same
 * one is left alone. Nothing is published when one of the files cannot be.
 */
@Command(
        name = "publish",
        description = {
            "Checks plan files and publishes them to the topic of plans.",
            "",
            "A published version never changes: another document under the same version is refused, the same document again"
                    + " changes nothing. When one file is refused, none is published. Exit code 2 when one was refused."
        },
        footer = {
            "  premia plan publish plans/hunter.yaml --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
            "  premia plan publish plans/hunter-v4.yaml --restate-closed --author olga --approver finance \\",
            "      --bootstrap-server localhost:9092 --schema-registry http://localhost:8081",
        })
final class PlanPublishCommand extends PremiaCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Plan files (YAML).")
    private List<Path> files;

    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            order = 10,
            description = "Who publishes. Default: the system's user.")
    private String author = System.getProperty("user.name");

    @Option(
            names = "--approver",
            paramLabel = "NAME",
            order = 11,
            description = "Who approved; somebody else than the author with --restate-closed.")
    private String approver;

    @Option(
            names = "--restate-closed",
            order = 12,
            description =
                    "These versions also rule months that are closed: the differences are posted to the first open month.")
    private boolean restateClosed;

    @Option(
            names = "--shadow",
            order = 13,
            description = "On trial: computed beside the plans that pay, to premia.shadow-accruals, and never paid.")
    private boolean shadow;

    @Option(
            names = "--no-register-schemas",
            negatable = true,
            order = 54,
            description = "Use only schemas that the registry has; by default missing ones are registered.")
    private boolean registerSchemas = true;

    /** A file that can be published. */
    private record Candidate(Path file, PlanVersion version, boolean shadow, boolean isNew) {}

    @Override
    public Integer call() throws IOException {
        Output output = output();
        if (restateClosed && (approver == null || approver.isBlank() || approver.equals(author))) {
            throw CommandException.badInput(
                    "nothing is published: --restate-closed needs --approver, somebody other than the" + " author "
                            + author + ".");
        }
        List<PlanFile.Result> documents = check(output);
        Publishing.requireTopics(cluster, List.of(Topics.PLANS));
        List<Candidate> candidates = candidates(documents);
        publish(candidates);
        report(output, candidates);
        return ExitCodes.DONE;
    }

    /** What the files say, in their order; problems are shown, and errors end the command. */
    private List<PlanFile.Result> check(Output output) throws IOException {
        List<PlanFile.Result> documents = new ArrayList<>();
        int bad = 0;
        for (Path file : files) {
            PlanFile.Result result = PlanFile.read(file.toString(), PlanFiles.text(file));
            result.errors().forEach(error -> output.message(output.text("ошибка: ", "error: ") + error));
            result.warnings().forEach(each -> output.message(output.text("предупреждение: ", "warning: ") + each));
            bad += result.isValid() ? 0 : 1;
            documents.add(result);
        }
        if (bad > 0) {
            throw CommandException.badInput(
                    "nothing is published: of " + files.size() + " plan files " + bad + " cannot be used.");
        }
        return documents;
    }

    private List<Candidate> candidates(List<PlanFile.Result> documents) throws IOException {
        try (SchemaRegistryClient registry = cluster.registry()) {
            PublishedPlans published = PublishedPlans.read(cluster.client(), registry);
            List<Candidate> candidates = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                PlanVersion version = documents.get(i).plan();
                boolean onTrial = shadow || documents.get(i).shadow();
                PublishedPlans.Known known = published.find(version);
                if (known != null && !known.sha256().equals(version.sha256())) {
                    refused.add(changed(files.get(i), version, known, published));
                } else if (known != null && known.shadow() != onTrial) {
                    refused.add(otherStatus(files.get(i), version, known, published));
                }
                PlanUnits.Change change = published.add(version, onTrial);
                if (change != null) {
                    refused.add(files.get(i) + ": " + change + ".");
                }
                candidates.add(new Candidate(files.get(i), version, onTrial, known == null));
            }
            if (!refused.isEmpty()) {
                throw CommandException.badInput("nothing is published. " + String.join("\n", refused));
            }
            return candidates;
        }
    }

    private static String changed(
            Path file, PlanVersion version, PublishedPlans.Known known, PublishedPlans published) {
        return "%s: another document of %s is published (SHA-256 %s, this file %s); a version never changes, so"
                        .formatted(file, version.label(), known.sha256(), version.sha256())
                + " give it the version " + published.nextVersion(version.plan()) + ".";
    }

    private static String otherStatus(
            Path file, PlanVersion version, PublishedPlans.Known known, PublishedPlans published) {
        return "%s: %s is published %s; that never changes, so give it the version %d %s."
                .formatted(
                        file,
                        version.label(),
                        known.shadow() ? "on trial and pays nothing" : "and pays",
                        published.nextVersion(version.plan()),
                        known.shadow() ? "to pay by it" : "to try it");
    }

    private void publish(List<Candidate> candidates) {
        Instant now = Instant.now();
        List<Plan> records = new ArrayList<>();
        for (Candidate each : candidates) {
            if (each.isNew()) {
                records.add(record(each.file(), now));
            }
        }
        if (records.isEmpty()) {
            return;
        }
        try (EventPublisher publisher = Publishing.open(cluster, registerSchemas)) {
            records.forEach(plan -> publisher.send(Topics.PLANS, plan.getPlan(), plan, now));
            publisher.flush();
        } catch (IllegalStateException e) {
            throw CommandException.failure(e.getMessage(), e);
        }
    }

    /** The record that every other way of publishing a plan file makes of it. */
    private Plan record(Path file, Instant now) {
        List<Plan> plans = new ArrayList<>();
        FileInput.read(
                List.of(file),
                List.of(),
                FileInput.Options.DEFAULT,
                record -> {
                    if (record.value() instanceof Plan plan) {
                        plans.add(plan);
                    }
                },
                problem -> {
                    throw CommandException.badInput("nothing is published: " + problem.message());
                });
        if (plans.size() != 1) {
            throw CommandException.badInput(
                    "nothing is published. " + file + ": found " + plans.size() + " plans, expected one.");
        }
        Plan plan = plans.get(0);
        if (plan.getPublishedAt() == null) {
            plan.setPublishedAt(now);
        }
        if (shadow) {
            plan.setStatus(PlanStatus.shadow);
        }
        if (plan.getAuthor() == null) {
            plan.setAuthor(author);
        }
        if (plan.getApprover() == null) {
            plan.setApprover(approver);
        }
        plan.setRestateClosed(plan.getRestateClosed() || restateClosed);
        return plan;
    }

    private static void report(Output output, List<Candidate> candidates) {
        Table table = Table.of("published_plan", null)
                .column("plan", output.text("План", "Plan"))
                .number("version", output.text("Версия", "Version"))
                .column("status", output.text("Назначение", "Purpose"))
                .column("result", output.text("Итог", "Result"))
                .column("sha256", "SHA-256");
        for (Candidate each : candidates) {
            table.row(
                    each.version().plan(),
                    each.version().version(),
                    status(output, each.shadow()),
                    result(output, each.isNew()),
                    each.version().sha256());
        }
        table.print(output);
    }

    private static Cell status(Output output, boolean shadow) {
        return shadow
                ? new Cell(output.text("на пробу, не платит", "on trial, pays nothing"), "shadow")
                : new Cell(output.text("платит", "pays"), "active");
    }

    private static Cell result(Output output, boolean isNew) {
        return isNew
                ? new Cell(output.text("опубликован", "published"), "published")
                : new Cell(output.text("уже опубликован", "published before"), "unchanged");
    }
}
