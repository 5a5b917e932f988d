package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.StateFormat;
import dev.premia.domain.ledger.Causes;
import dev.premia.domain.ledger.Causes.EntityRevision;
import dev.premia.domain.ledger.Causes.OffsetRange;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.MessageFormats;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changed for a subject since it was evaluated last, and why. Not thread-safe. */
public final class PendingSubject {
    public static final StateFormat<PendingSubject> FORMAT =
            StateFormat.of("pending subject", PendingSubject::write, PendingSubject::read);

    private final TreeMap<String, TreeSet<Integer>> days = new TreeMap<>();
    private final Set<EntityRevision> revisions = new LinkedHashSet<>();
    private long more;
    private boolean everything;
    private final List<OffsetRange> ranges = new ArrayList<>();
    private long timestamp;

    // Marks are written after every input: days and revisions are encoded once, when they are added.
    private final BinaryWriter dayBytes = new BinaryWriter();
    private final BinaryWriter revisionBytes = new BinaryWriter();
    private int dayCount;

    public void day(ZoneId zone, int day) {
        if (days.computeIfAbsent(zone.getId(), id -> new TreeSet<>()).add(day)) {
            dayBytes.text(zone.getId());
            dayBytes.signed(day);
            dayCount++;
        }
    }

    /** Marks everything of the subject: a plan, a person or the tree changed. */
    public void everything() {
        everything = true;
    }

    public void cause(Cause cause) {
        if (cause.revision() != null) {
            revision(cause.revision());
        }
        add(cause.ranges(), cause.timestamp());
    }

    private void add(List<OffsetRange> added, long at) {
        for (OffsetRange range : added) {
            add(range);
        }
        timestamp = Math.max(timestamp, at);
    }

    private void add(OffsetRange added) {
        for (int i = 0; i < ranges.size(); i++) {
            if (Cause.samePartition(ranges.get(i), added)) {
                ranges.set(i, Cause.union(ranges.get(i), added));
                return;
            }
        }
        ranges.add(added);
    }

    private void revision(EntityRevision revision) {
        if (revisions.contains(revision)) {
            return;
        }
        if (revisions.size() == Causes.MAX_REVISIONS) {
            more++;
            return;
        }
        revisions.add(revision);
        revisionBytes.text(revision.type());
        revisionBytes.text(revision.id());
        revisionBytes.signed(revision.revision());
    }

    /** Adds all that another one holds. */
    public void addAll(PendingSubject other) {
        other.days.forEach((zone, numbers) -> numbers.forEach(day -> day(ZoneId.of(zone), day)));
        everything |= other.everything;
        other.revisions.forEach(this::revision);
        more += other.more;
        add(other.ranges, other.timestamp);
    }

    public boolean isEverything() {
        return everything;
    }

    /** The days that changed in a zone, ascending. */
    public TreeSet<Integer> days(ZoneId zone) {
        return days.getOrDefault(zone.getId(), new TreeSet<>());
    }

    public Causes causes() {
        return new Causes(List.copyOf(revisions), more, ranges);
    }

    /** All causes in one, without revisions. */
    public Cause merged() {
        return new Cause(null, ranges, timestamp);
    }

    public long timestamp() {
        return timestamp;
    }

    private static void write(BinaryWriter out, PendingSubject pending) {
        out.flags(1);
        out.flag(pending.everything);
        out.unsigned(pending.dayCount);
        out.append(pending.dayBytes);
        out.unsigned(pending.revisions.size());
        out.append(pending.revisionBytes);
        out.unsigned(pending.more);
        MessageFormats.CAUSE.write(out, pending.merged());
    }

    private static PendingSubject read(BinaryReader in) {
        PendingSubject pending = new PendingSubject();
        in.flags(1);
        pending.everything = in.flag();
        int dayCount = in.count();
        for (int i = 0; i < dayCount; i++) {
            pending.day(ZoneId.of(in.text()), in.signedInt());
        }
        int revisionCount = in.count();
        for (int i = 0; i < revisionCount; i++) {
            pending.revision(new EntityRevision(in.text(), in.text(), in.signed()));
        }
        pending.more = in.unsigned();
        pending.cause(MessageFormats.CAUSE.read(in));
        return pending;
    }
}
