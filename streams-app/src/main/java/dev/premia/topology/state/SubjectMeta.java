package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.StateFormat;

/**
 * What is kept once per subject.
 *
 * @param sequence the number of the last ledger entry
 * @param definitionSet the definition set under which the subject's deals were measured
 */
public record SubjectMeta(long sequence, int definitionSet) {
    public static final StateFormat<SubjectMeta> FORMAT =
            StateFormat.of("subject", SubjectMeta::write, SubjectMeta::read);

    private static void write(BinaryWriter out, SubjectMeta meta) {
        out.unsigned(meta.sequence);
        out.unsigned(meta.definitionSet);
    }

    private static SubjectMeta read(BinaryReader in) {
        return new SubjectMeta(in.unsigned(), (int) in.unsigned());
    }
}
