package dev.premia.replay.input;

import dev.premia.codec.avro.ControlCodec;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.schemas.Control;
import java.util.HashMap;
import java.util.Map;

/** Admits the valid decisions of a log in their order, as the stream admits them. Not thread-safe. */
public final class LogAdmission {
    private final boolean allResults;
    private final Map<String, String> kept = new HashMap<>();

    /** @param bound which records of the log are handed over, and whether the results of everybody are among them */
    public LogAdmission(Bound bound) {
        this.allResults = bound.holdsAllResults();
    }

    /** Relates a decision to those before it; a new one is kept for those after it. */
    Decisions.Admission admit(Decision decision) {
        Decisions.Admission admission =
                allResults ? Decisions.admit(decision, kept::get) : Decisions.admitOfSome(decision, kept::get);
        if (admission == Decisions.Admission.NEW) {
            kept.putAll(Decisions.keys(decision, kept::get));
        }
        return admission;
    }

    /** Takes the next record of the log; tells whether it is a decision that counts and was not said before. */
    public boolean admits(Control control) {
        return ControlCodec.isDecision(control.getKind())
                && RecordChecks.of(control, "").isEmpty()
                && admit(ControlCodec.fromAvro(control)) == Decisions.Admission.NEW;
    }

    /** What the admitted decisions keep under a key, or null. */
    String kept(String key) {
        return kept.get(key);
    }
}
