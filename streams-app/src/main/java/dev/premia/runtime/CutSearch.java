package dev.premia.runtime;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds a {@link ConsistentCut} of a running application.
 *
 * <p>The application commits the offsets of what it read, what it wrote to the next stage, its changelogs and its outputs in
 * one transaction. So its committed work is complete at a moment at which nothing is under way between input and output: the
 * topics between the stages are read to their very ends, no stage has noted unfinished work, and no transaction is open in
 * them or in the outputs. The search looks for such a moment. Since the cluster cannot be asked everything at once, it looks
 * twice: offsets and ends only grow, so when both looks show the same, nothing changed between them, and what was seen one
 * after the other was so at the same time. Then the outputs hold the outcome of the inputs below the committed offsets and
 * of nothing else.
 *
 * <p>The cut covers at least what the inputs held when the search began. The log need not stand still while it is read
 * afterwards, and records that arrive without being processed yet do not matter; but a log that is written to without any
 * pause may never show such a moment.
 *
 * <p>Not thread-safe.
 */
public final class CutSearch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;
    private static final List<TopicSpec<?>> OUTPUTS =
            List.of(Topics.ACCRUALS, Topics.SHADOW_ACCRUALS, Topics.STATEMENTS, Topics.KPIS);

    private final Admin admin;
    private final GroupView group;
    private final MarkReader marks;

    /**
     * @param client settings of Kafka clients, {@code bootstrap.servers} among them
     * @param applicationId of the application that writes the outputs
     */
    public CutSearch(Map<String, Object> client, String applicationId) {
        this.admin = Admin.create(client);
        this.group = new GroupView(admin, applicationId);
        this.marks = new MarkReader(client, applicationId);
    }

    /**
     * The applications that have worked on a cluster.
     *
     * @param client settings of Kafka clients, {@code bootstrap.servers} among them
     * @return their ids; more than one where the state of an old one was left behind
     */
    public static Set<String> applications(Map<String, Object> client) {
        try (Admin admin = Admin.create(client)) {
            return GroupView.applications(TopicAdmin.get(admin.listTopics().names(), "list topics"));
        }
    }

    /**
     * What keeps the search waiting.
     *
     * @param unread records of inputs, of those that were there when the search began, that are not processed
     * @param between records on the way from one stage to another
     * @param unfinished subjects and scans that wait inside of a stage
     * @param openTransactions partitions of outputs or changelogs in which a transaction is open
     * @param alive whether an instance of the application takes part in the group
     */
    public record Waiting(long unread, long between, long unfinished, long openTransactions, boolean alive) {
        /** Whether nothing is under way. */
        public boolean isRest() {
            return unread == 0 && between == 0 && unfinished == 0 && openTransactions == 0;
        }
    }

    /**
     * How the search ended.
     *
     * @param cut what was found, null when the time was up before
     * @param waiting what was in the way last
     */
    public record Outcome(ConsistentCut cut, Waiting waiting) {
        public boolean isFound() {
            return cut != null;
        }
    }

    /**
     * Looks until a cut is found or the time is up.
     *
     * @param limit how long to look; the first look is always taken to its end
     * @param listener hears after every look in vain
     * @throws NotReadyException when an output does not exist or the cluster does not answer
     */
    public Outcome find(Duration limit, Consumer<Waiting> listener) {
        long deadline = System.nanoTime() + limit.toNanos();
        GroupView.TopicNames topics = group.topics();
        requireOutputs(topics);
        Map<TopicPartition, Long> wanted = group.ends(topics.inputs(), IsolationLevel.READ_COMMITTED);
        while (true) {
            Look look = look();
            Waiting waiting = waiting(look, wanted);
            // Nothing of the first look may have changed when the marks had been read.
            if (waiting.isRest() && look.equals(look())) {
                return new Outcome(cut(look, wanted.keySet()), waiting);
            }
            if (System.nanoTime() - deadline > 0) {
                return new Outcome(null, waiting);
            }
            listener.accept(waiting);
            pause();
        }
    }

    private static void requireOutputs(GroupView.TopicNames topics) {
        for (TopicSpec<?> output : OUTPUTS) {
            if (!topics.outputs().contains(output.name())) {
                throw new NotReadyException(
                        "The cluster has no topic " + output.name()
                                + ", so there is nothing to compare. Create it with premia topics create and start premia run.");
            }
        }
    }

    /**
     * What is seen from outside.
     *
     * @param committed offsets of the group that no open transaction moves; asked before the ends, so that an end that equals its offset was reached
     * @param inner ends of topics between the stages, open transactions included
     * @param marks ends of the changelogs with marks, open transactions included
     * @param outputs the same of the outputs
     * @param decided ends of changelogs and outputs before the first open transaction
     */
    private record Look(
            Map<TopicPartition, Long> committed,
            Map<TopicPartition, Long> inner,
            Map<TopicPartition, Long> marks,
            Map<TopicPartition, Long> outputs,
            Map<TopicPartition, Long> decided) {}

    private Look look() {
        Map<TopicPartition, Long> committed = group.settled();
        GroupView.TopicNames topics = group.topics();
        Set<String> changelogs = new HashSet<>(marks.topics());
        changelogs.retainAll(topics.existing());
        Set<String> outputs = new HashSet<>();
        OUTPUTS.forEach(output -> outputs.add(output.name()));
        Set<String> transactional = new HashSet<>(changelogs);
        transactional.addAll(outputs);
        // Asked before the ends: a transaction that is decided in between looks open, never the other way round.
        Map<TopicPartition, Long> decided = group.ends(transactional, IsolationLevel.READ_COMMITTED);
        transactional.addAll(topics.inner());
        Map<TopicPartition, Long> ends = group.ends(transactional, IsolationLevel.READ_UNCOMMITTED);
        return new Look(committed, only(ends, topics.inner()), only(ends, changelogs), only(ends, outputs), decided);
    }

    private static Map<TopicPartition, Long> only(Map<TopicPartition, Long> ends, Set<String> topics) {
        Map<TopicPartition, Long> chosen = new HashMap<>(ends);
        chosen.keySet().removeIf(partition -> !topics.contains(partition.topic()));
        return chosen;
    }

    private Waiting waiting(Look look, Map<TopicPartition, Long> wanted) {
        long unread = behind(wanted, look.committed());
        long between = behind(look.inner(), look.committed());
        long open = openIn(look.marks(), look.decided());
        long openOutputs = openIn(look.outputs(), look.decided());
        long unfinished = 0;
        if (unread == 0 && between == 0 && open == 0) {
            // Below an open transaction the reader would wait for its end.
            unfinished = marks.unfinished(look.marks());
        }
        boolean nothing = unread == 0 && between == 0 && unfinished == 0 && open + openOutputs == 0;
        return new Waiting(unread, between, unfinished, open + openOutputs, nothing || group.isAlive());
    }

    private static long behind(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> committed) {
        long behind = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            behind += Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L));
        }
        return behind;
    }

    private static long openIn(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> decided) {
        return ends.entrySet().stream()
                .filter(end -> decided.getOrDefault(end.getKey(), 0L) < end.getValue())
                .count();
    }

    private static ConsistentCut cut(Look look, Set<TopicPartition> inputs) {
        Map<TopicPartition, Long> read = new HashMap<>();
        inputs.forEach(partition -> read.put(partition, look.committed().getOrDefault(partition, 0L)));
        return new ConsistentCut(read, look.outputs());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("Interrupted while waiting for the stream", e);
        }
    }

    @Override
    public void close() {
        marks.close();
        admin.close(Duration.ofSeconds(5));
    }
}
