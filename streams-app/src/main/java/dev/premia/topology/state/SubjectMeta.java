package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.StateFormat;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is kept once per subject.
 *
 * @param sequence the number of the last ledger entry
 * @param definitionSet the definition set under which the subject's deals were measured
 * @param closedUpTo the latest posting period that is shut in the subject's ledger, or null
 * @param shadowSequence the number of the last entry of plans on trial
 */
public record SubjectMeta(long sequence, int definitionSet, YearMonth closedUpTo, long shadowSequence) {
    /** Nothing was booked or measured yet. */
    public static final SubjectMeta NEW = new SubjectMeta(0, 0, null, 0);

    public static final StateFormat<SubjectMeta> FORMAT =
            StateFormat.of("subject", SubjectMeta::write, SubjectMeta::read);

    private static void write(BinaryWriter out, SubjectMeta meta) {
        out.unsigned(meta.sequence);
        out.unsigned(meta.definitionSet);
        out.flags(1);
        out.optionalDay(meta.closedUpTo == null ? null : meta.closedUpTo.atDay(1));
        out.unsigned(meta.shadowSequence);
    }

    private static SubjectMeta read(BinaryReader in) {
        long sequence = in.unsigned();
        int definitionSet = (int) in.unsigned();
        in.flags(1);
        LocalDate closed = in.optionalDay();
        return new SubjectMeta(sequence, definitionSet, closed == null ? null : YearMonth.from(closed), in.unsigned());
    }

    /** The same after an entry. */
    public SubjectMeta withSequence(long last) {
        return new SubjectMeta(last, definitionSet, closedUpTo, shadowSequence);
    }

    /** The same after an entry of a plan on trial. */
    public SubjectMeta withShadowSequence(long last) {
        return new SubjectMeta(sequence, definitionSet, closedUpTo, last);
    }

    /** The same once its deals were measured under another definition set. */
    public SubjectMeta withDefinitionSet(int set) {
        return new SubjectMeta(sequence, set, closedUpTo, shadowSequence);
    }

    /** The same once a posting period is shut. */
    public SubjectMeta withClosed(YearMonth period) {
        return new SubjectMeta(sequence, definitionSet, period, shadowSequence);
    }
}
