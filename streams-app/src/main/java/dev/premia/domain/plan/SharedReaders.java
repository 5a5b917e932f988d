package dev.premia.domain.plan;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.Subject;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The figures of one evaluation: the components of a plan ask for the same cells again and again, and get one reader. */
final class SharedReaders extends ForwardedData {
    private final ZoneId zone;
    private final Map<Subject, CellReader> readers = new HashMap<>();

    /** @param zone the plan's zone, in which readers are kept */
    SharedReaders(EvaluationData data, ZoneId zone) {
        super(data);
        this.zone = zone;
    }

    @Override
    public CellReader cells(Subject subject, ZoneId of) {
        if (!zone.equals(of)) {
            return super.cells(subject, of);
        }
        CellReader known = readers.get(subject);
        if (known == null) {
            known = super.cells(subject, of);
            readers.put(subject, known);
        }
        return known;
    }
}
