package dev.premia.codec.avro;

import dev.premia.domain.control.Decision;
import dev.premia.domain.control.OffsetVector;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.PartitionOffset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The records of a close. */
public final class CloseCodec {
    private CloseCodec() {}

    static Decision fromAvro(Decision.Heading heading, Control control) {
        return switch (control.getKind()) {
            case close ->
                new Decision.Close(
                        heading,
                        ControlCodec.month(control.getPostingPeriod()),
                        control.getCutoff(),
                        zone(control.getZone()),
                        vector(control.getOffsets()));
            case close_result ->
                new Decision.CloseResult(
                        heading,
                        new FrozenStatement(
                                control.getManager(),
                                ControlCodec.month(control.getPostingPeriod()),
                                FrozenStatementRecords.readLines(control.getLines()),
                                FrozenStatementRecords.readBalances(control.getBalances()),
                                control.getDigest()));
            default ->
                new Decision.CloseCompleted(
                        heading,
                        ControlCodec.month(control.getPostingPeriod()),
                        control.getManagers() == null ? 0 : control.getManagers(),
                        control.getDigest());
        };
    }

    /** A close, one of its results, or its completion as a record. */
    public static Control toAvro(Decision decision) {
        Control control = DecisionRecords.heading(decision.heading());
        if (decision instanceof Decision.Close close) {
            control.setKind(ControlKind.close);
            control.setPostingPeriod(close.period().toString());
            control.setCutoff(close.cutoff());
            control.setZone(close.zone().getId());
            control.setOffsets(offsets(close.vector()));
        } else if (decision instanceof Decision.CloseResult result) {
            control.setKind(ControlKind.close_result);
            control.setPostingPeriod(result.statement().period().toString());
            control.setManager(result.statement().manager());
            control.setLines(FrozenStatementRecords.lines(result.statement().lines()));
            control.setBalances(
                    FrozenStatementRecords.balances(result.statement().balances()));
            control.setDigest(result.statement().digest());
        } else if (decision instanceof Decision.CloseCompleted completed) {
            control.setKind(ControlKind.close_completed);
            control.setPostingPeriod(completed.period().toString());
            control.setManagers(completed.managers());
            control.setDigest(completed.digest());
        } else {
            throw new IllegalArgumentException(
                    "not about a close: " + decision.heading().id());
        }
        return control;
    }

    private static ZoneId zone(String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new ContractValueException("zone", "'" + id + "'", "a time zone such as Europe/Moscow");
        }
    }

    private static OffsetVector vector(List<PartitionOffset> offsets) {
        OffsetVector.Builder vector = new OffsetVector.Builder();
        offsets.forEach(each -> vector.put(each.getTopic(), each.getPartition(), each.getOffset()));
        return vector.build();
    }

    private static List<PartitionOffset> offsets(OffsetVector vector) {
        List<PartitionOffset> offsets = new ArrayList<>();
        vector.offsets()
                .forEach((topic, ends) -> ends.forEach(
                        (partition, offset) -> offsets.add(new PartitionOffset(topic, partition, offset))));
        return offsets;
    }
}
