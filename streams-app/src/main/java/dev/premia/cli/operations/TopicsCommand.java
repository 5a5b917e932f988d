package dev.premia.cli.operations;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.runtime.InvalidSettingException;
import dev.premia.runtime.NotReadyException;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.TopicAdmin;
import dev.premia.runtime.TopicLayout;
import dev.premia.runtime.TopicState;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Timestamps;
import dev.premia.schemas.Topics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code premia topics}: the catalogue of topics, in the books and on a cluster. */
@Command(
        name = "topics",
        description = "Lists the topics of Premia, creates them, compares them with what they must be.",
        subcommands = {TopicsCommand.ListTopics.class, TopicsCommand.Create.class, TopicsCommand.Describe.class},
        footer = {
            "  premia topics list",
            "  premia topics create --bootstrap-server kafka:9092 --partitions 12 --replication-factor 3"
        })
public final class TopicsCommand extends PremiaCommand {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }

    /** The catalogue; no cluster is asked. */
    @Command(
            name = "list",
            description = "Shows the catalogue: what each topic holds, its key and what is kept.",
            footer = "  premia topics list --format json")
    static final class ListTopics extends PremiaCommand {
        @Override
        public Integer call() {
            Output output = output();
            Table table = Table.of("topic", null)
                    .column("name", output.text("топик", "topic"))
                    .column("role", output.text("роль", "role"))
                    .column("key", output.text("ключ", "key"))
                    .column("cleanup", output.text("хранится", "kept"))
                    .column("partitions", output.text("разделы", "partitions"))
                    .column("meaning", output.text("записи", "records"));
            for (TopicSpec<?> topic : Topics.all()) {
                table.row(
                        topic.name(),
                        topic.role().name().toLowerCase(Locale.ROOT),
                        topic.key(),
                        kept(topic),
                        topic.partitioning() == TopicSpec.Partitioning.SINGLE ? "1" : "N",
                        Topics.meaning(topic));
            }
            table.print(output);
            return ExitCodes.DONE;
        }

        private static String kept(TopicSpec<?> topic) {
            return topic.settings(Timestamps.BROKER).get("cleanup.policy").equals("compact")
                    ? "latest per key"
                    : "everything";
        }
    }

    /** Creates what is missing. */
    @Command(
            name = "create",
            description =
                    "Creates the topics that are missing and compares the others. Existing topics are not changed."
                            + " Exit code 1 when one differs.",
            footer = "  premia topics create --bootstrap-server kafka:9092 --replication-factor 3")
    static final class Create extends OnCluster {
        @Override
        List<TopicState> ask(TopicAdmin topics, TopicLayout layout) {
            return topics.ensure(layout);
        }
    }

    /** Compares. */
    @Command(
            name = "describe",
            description = "Compares the topics of a cluster with what they must be. Exit code 1 when one is missing or"
                    + " differs.",
            footer = "  premia topics describe --bootstrap-server kafka:9092")
    static final class Describe extends OnCluster {
        @Override
        List<TopicState> ask(TopicAdmin topics, TopicLayout layout) {
            return topics.describe(layout);
        }
    }

    /** What the two have in common. */
    abstract static class OnCluster extends PremiaCommand {
        @Mixin
        private ClusterOptions cluster;

        abstract List<TopicState> ask(TopicAdmin topics, TopicLayout layout);

        @Override
        public Integer call() {
            Output output = output();
            try {
                RuntimeSettings settings = cluster.settings();
                settings.bootstrapServers();
                Surroundings.requireBroker(settings);
                try (TopicAdmin topics = TopicAdmin.connect(settings.adminSettings())) {
                    return print(ask(topics, settings.topicLayout()), output);
                }
            } catch (InvalidSettingException e) {
                throw CommandException.badInput(e.getMessage(), e);
            } catch (NotReadyException e) {
                throw CommandException.failure(e.getMessage(), e);
            }
        }

        private static int print(List<TopicState> states, Output output) {
            Table table = Table.of("topic_state", null)
                    .column("name", output.text("топик", "topic"))
                    .column("status", output.text("состояние", "status"))
                    .number("partitions", output.text("разделы", "partitions"))
                    .number("replicas", output.text("копии", "replicas"))
                    .column("differences", output.text("отличия", "differences"));
            for (TopicState state : states) {
                table.row(
                        state.name(),
                        state.status().name().toLowerCase(Locale.ROOT),
                        state.partitions(),
                        state.replicas(),
                        state.differences().stream().map(Object::toString).collect(Collectors.joining("; ")));
            }
            table.print(output);
            boolean good = states.stream()
                    .allMatch(state ->
                            state.status() == TopicState.Status.OK || state.status() == TopicState.Status.CREATED);
            return good ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
        }
    }
}
