package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.Decision;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens and settles disputes of entries. */
@Command(
        name = "dispute",
        description = "Opens or settles a dispute of an entry of the ledger. It changes no money.",
        subcommands = {AdjustDisputeCommand.Open.class, AdjustDisputeCommand.Settle.class},
        footer = {
            "  premia adjust dispute open --manager crm/17 --sequence 3 --author crm/17 --reason \"My deal\" \\",
            "      october/ --output october/decisions.jsonl",
            "  premia adjust dispute settle --accept --manager crm/17 --sequence 3 --author head \\",
            "      --reason \"The contract says so\" october/ --output october/decisions.jsonl",
        })
final class AdjustDisputeCommand extends PremiaCommand {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }

    /** The entry that is contested. */
    static final class Entry {
        @Option(
                names = "--manager",
                paramLabel = "ID",
                required = true,
                order = 1,
                description = "Qualified id of the manager.")
        private String manager;

        @Option(
                names = "--sequence",
                paramLabel = "N",
                required = true,
                order = 2,
                description = "Number of the manager's entry, from 1.")
        private long sequence;

        Decision.Dispute dispute(Decision.Heading heading, String resolution) {
            return new Decision.Dispute(heading, manager, sequence, resolution);
        }
    }

    /** Contests an entry. */
    @Command(
            name = "open",
            description = "Contests an entry of the ledger.",
            footer = {
                "  premia adjust dispute open --manager crm/17 --sequence 3 --author crm/17 --reason \"My deal\" \\",
                "      --bootstrap-server localhost:9092 --schema-registry http://localhost:8081",
            })
    static final class Open extends PremiaCommand {
        @Mixin
        private Entry entry;

        @Mixin
        private DecisionOptions decision;

        @Override
        public Integer call() {
            decision.record("dispute", heading -> entry.dispute(heading, null), output());
            return ExitCodes.DONE;
        }
    }

    /** Accepts or rejects what contests an entry. */
    @Command(
            name = "settle",
            description = {
                "Accepts or rejects a dispute, once, by somebody other than who opened it.",
                "",
                "What is accepted is put right by adjust add or adjust transfer."
            },
            footer = {
                "  premia adjust dispute settle --reject --manager crm/17 --sequence 3 --author head \\",
                "      --reason \"Lost before\" --bootstrap-server localhost:9092 --schema-registry http://localhost:8081",
            })
    static final class Settle extends PremiaCommand {
        @Mixin
        private Entry entry;

        @ArgGroup(multiplicity = "1")
        private Outcome outcome;

        @Mixin
        private DecisionOptions decision;

        /** One of the two. */
        private static final class Outcome {
            @Option(names = "--accept", required = true, description = "The manager is right.")
            private boolean accepted;

            @Option(names = "--reject", required = true, description = "The entry stands.")
            private boolean rejected;
        }

        @Override
        public Integer call() {
            String resolution =
                    outcome.accepted && !outcome.rejected ? Decision.Dispute.ACCEPTED : Decision.Dispute.REJECTED;
            decision.record("dispute", heading -> entry.dispute(heading, resolution), output());
            return ExitCodes.DONE;
        }
    }
}
