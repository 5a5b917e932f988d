package dev.premia.replay.input;

import dev.premia.domain.control.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Loads records that are at hand, one by one. What was loaded so far can be computed at any point. Not thread-safe. */
public final class RecordLoader {
    private final InputFold fold;

    public RecordLoader() {
        this(Bound.NONE);
    }

    /** @param bound which plans and decisions count */
    public RecordLoader(Bound bound) {
        fold = new InputFold(bound);
    }

    /**
     * Takes in a record.
     *
     * @param file named in the problems of plans
     * @param place names the record in other problems
     * @return why it does not count; empty when it does
     */
    public List<RejectedRecord> add(SpecificRecord value, String file, String place) {
        return add(value, file, place, SourcePosition.BEGINNING);
    }

    /**
     * Takes in a record of a log.
     *
     * @param position where and when the log accepted it
     */
    public List<RejectedRecord> add(SpecificRecord value, String file, String place, SourcePosition position) {
        int before = fold.rejected().size();
        fold.record(value, file, () -> place, position);
        List<RejectedRecord> all = fold.rejected();
        return new ArrayList<>(all.subList(before, all.size()));
    }

    /** Everything loaded so far. The facts and plans go on growing with the loader. */
    public LoadedInput loaded() {
        return fold.finish();
    }
}
