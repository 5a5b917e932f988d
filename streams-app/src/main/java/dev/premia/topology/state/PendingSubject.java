package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.StateFormat;
import dev.premia.domain.ledger.Causes;
import dev.premia.domain.ledger.Causes.EntityRevision;
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
    private Cause merged = Cause.NONE;

    public void day(ZoneId zone, int day) {
        days.computeIfAbsent(zone.getId(), id -> new TreeSet<>()).add(day);
    }

    /** Marks everything of the subject: a plan, a person or the tree changed. */
    public void everything() {
        everything = true;
    }

    public void cause(Cause cause) {
        if (cause.revision() != null && !revisions.contains(cause.revision())) {
            if (revisions.size() < Causes.MAX_REVISIONS) {
                revisions.add(cause.revision());
            } else {
                more++;
            }
        }
        merged = merged.mergedWith(cause);
    }

    /** Adds all that another one holds. */
    public void addAll(PendingSubject other) {
        other.days.forEach((zone, numbers) ->
                days.computeIfAbsent(zone, id -> new TreeSet<>()).addAll(numbers));
        everything |= other.everything;
        for (EntityRevision revision : other.revisions) {
            cause(new Cause(revision, List.of(), 0));
        }
        more += other.more;
        merged = merged.mergedWith(other.merged);
    }

    public boolean isEverything() {
        return everything;
    }

    /** The days that changed in a zone, ascending. */
    public TreeSet<Integer> days(ZoneId zone) {
        return days.getOrDefault(zone.getId(), new TreeSet<>());
    }

    public Causes causes() {
        return new Causes(List.copyOf(revisions), more, merged.ranges());
    }

    /** All causes in one, without revisions. */
    public Cause merged() {
        return merged;
    }

    public long timestamp() {
        return merged.timestamp();
    }

    private static void write(BinaryWriter out, PendingSubject pending) {
        out.flags(1);
        out.flag(pending.everything);
        out.unsigned(pending.days.size());
        pending.days.forEach((zone, numbers) -> {
            out.text(zone);
            out.each(numbers, (o, day) -> o.signed(day));
        });
        out.each(pending.revisions, (o, revision) -> {
            o.text(revision.type());
            o.text(revision.id());
            o.signed(revision.revision());
        });
        out.unsigned(pending.more);
        MessageFormats.CAUSE.write(out, pending.merged);
    }

    private static PendingSubject read(BinaryReader in) {
        PendingSubject pending = new PendingSubject();
        in.flags(1);
        pending.everything = in.flag();
        int zones = in.count();
        for (int i = 0; i < zones; i++) {
            pending.days.put(in.text(), new TreeSet<>(in.list(BinaryReader::signedInt)));
        }
        pending.revisions.addAll(new ArrayList<>(in.list(i -> new EntityRevision(i.text(), i.text(), i.signed()))));
        pending.more = in.unsigned();
        pending.merged = MessageFormats.CAUSE.read(in);
        return pending;
    }
}
