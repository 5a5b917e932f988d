package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.codec.avro.DecisionRecords;
import dev.premia.codec.avro.RegistryUnavailableException;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.DecisionValidator;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.event.Violation;
import dev.premia.replay.input.DecisionLog;
import dev.premia.schemas.Control;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Who decides what for which reason, and where the record goes. Nothing is written that the stream would refuse, and the same
 * decision is written once.
 */
final class DecisionOptions {
    private static final int ID_BYTES = 6;

    @Mixin
    private SourceOptions input;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            order = 10,
            description = "Who decides. Default: the system's user.")
    private String author = System.getProperty("user.name");

    @Option(
            names = "--approver",
            paramLabel = "NAME",
            order = 11,
            description = "Who approves: somebody else. Needed for money and for credit of deals.")
    private String approver;

    @Option(names = "--reason", paramLabel = "TEXT", order = 12, description = "The reason in words.")
    private String reason;

    @Option(
            names = "--document",
            paramLabel = "ID",
            order = 13,
            description = "The order or letter behind it; needed for disciplinary reductions.")
    private String document;

    @Option(
            names = "--id",
            paramLabel = "ID",
            order = 14,
            description = "Id of the decision. Default: made of what it says, so that a repetition changes nothing.")
    private String id;

    @Option(names = "--dry-run", order = 15, description = "Check it, show it, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            order = 30,
            description = "With files: the file to which the record is appended as a JSON line.")
    private Path file;

    @Option(
            names = "--no-register-schemas",
            negatable = true,
            order = 54,
            description = "Use only schemas that the registry has; by default missing ones are registered.")
    private boolean registerSchemas = true;

    /**
     * Checks a decision as the stream does, writes it unless it is there already, and shows it.
     *
     * @param kind begins an id that nobody gave
     * @param said what is decided, given its heading
     */
    void record(String kind, Function<Decision.Heading, Decision> said, Output output) {
        checkTarget();
        Decisions known = decisions(input, output);
        String used = id == null ? kind + "-" + digest(said.apply(heading("", null))) : id;
        Decision before = known.byId(used);
        // The log keeps milliseconds.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Decision decision =
                said.apply(heading(used, before == null ? now : before.heading().at()));
        boolean isNew = check(decision, known);
        if (isNew && !dryRun) {
            write(DecisionRecords.of(decision));
        }
        new DecisionTable(known, output).printOne(decision, state(isNew, output));
    }

    private String state(boolean isNew, Output output) {
        if (!isNew) {
            return output.text("записано раньше", "recorded before");
        }
        return dryRun
                ? output.text("проверено, не записано", "checked, not written")
                : output.text("записано", "recorded");
    }

    private void checkTarget() {
        if (input.readsTopics() && file != null) {
            throw CommandException.badInput(
                    "--output: with a cluster the record is published; expected files with it.");
        }
        if (!input.readsTopics() && file == null && !dryRun) {
            throw CommandException.badInput(
                    "--output is missing; expected the file to which the record is appended, or --dry-run.");
        }
    }

    /** The decisions that files or a cluster have. */
    static Decisions decisions(SourceOptions input, Output output) {
        if (!input.readsTopics()) {
            return input.load(output, false).facts().decisions();
        }
        return decisions(input.cluster());
    }

    /** The decisions that a cluster has. */
    static Decisions decisions(ClusterOptions cluster) {
        Publishing.requireTopics(cluster, List.of(Topics.CONTROL));
        try (SchemaRegistryClient registry = cluster.registry()) {
            return DecisionLog.read(cluster.client(), registry).decisions();
        } catch (RegistryUnavailableException | IOException e) {
            throw CommandException.failure("schema registry: " + e.getMessage(), e);
        }
    }

    private Decision.Heading heading(String of, Instant at) {
        return new Decision.Heading(of, at, author, approver, reason, document);
    }

    private static String digest(Decision decision) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(decision.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Whether it is new; refused with the words of the stream when it would be a dead letter. */
    private static boolean check(Decision decision, Decisions known) {
        List<Violation> violations = DecisionValidator.validate(decision);
        if (!violations.isEmpty()) {
            throw CommandException.badInput("nothing is written. " + Violation.texts(violations) + ".");
        }
        Map<String, String> taken = new HashMap<>();
        known.all().forEach(each -> taken.putAll(Decisions.keys(each, taken::get)));
        Decisions.Admission admission = Decisions.admit(decision, taken::get);
        if (admission == Decisions.Admission.CONFLICT) {
            throw CommandException.badInput(
                    "nothing is written: " + Decisions.conflictText(decision, taken::get) + ".");
        }
        return admission == Decisions.Admission.NEW;
    }

    private void write(Control record) {
        Instant now = Instant.now();
        if (file == null) {
            ControlRecords.publish(input.cluster(), registerSchemas, List.of(record), now);
        } else {
            ControlRecords.append(file, List.of(record), now);
        }
    }
}
