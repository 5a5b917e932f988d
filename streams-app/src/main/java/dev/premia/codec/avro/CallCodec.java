package dev.premia.codec.avro;

import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import dev.premia.schemas.Call;
import java.util.Map;

/** Call legs. The contract's attributes have no place in the domain. */
public final class CallCodec {
    private CallCodec() {}

    public static CallEvent fromAvro(Call call) {
        String source = call.getSource();
        return new CallEvent(
                Fields.header(call.getId(), call.getRevision(), call.getChangedAt(), call.getDeleted(), source),
                call.getStartedAt(),
                direction(call.getDirection()),
                result(call.getResult()),
                Qualified.id(source, call.getManager()),
                Qualified.id(source, call.getTeam()),
                Qualified.id(source, call.getCustomer()),
                call.getPhoneHash(),
                call.getWaitSeconds(),
                call.getTalkSeconds(),
                call.getLeg(),
                Qualified.id(source, call.getLinkedCall()),
                call.getInternal(),
                call.getRecording());
    }

    public static Call toAvro(CallEvent event) {
        Call call = new Call();
        call.setId(Fields.required(event.id()));
        call.setRevision(event.revision());
        call.setSource(Fields.required(event.header().source()));
        call.setDeleted(event.header().deleted());
        call.setChangedAt(event.header().changedAt());
        call.setStartedAt(event.startedAt());
        call.setDirection(direction(event.direction()));
        call.setResult(result(event.result()));
        call.setManager(event.manager());
        call.setTeam(event.team());
        call.setCustomer(event.customer());
        call.setPhoneHash(event.phoneHash());
        call.setWaitSeconds(event.waitSeconds());
        call.setTalkSeconds(event.talkSeconds());
        call.setLeg(event.leg());
        call.setLinkedCall(event.linkedCall());
        call.setInternal(event.internal());
        call.setRecording(event.recording());
        call.setAttributes(Map.of());
        return call;
    }

    private static CallDirection direction(dev.premia.schemas.CallDirection direction) {
        if (direction == null) {
            return null;
        }
        return switch (direction) {
            case inbound -> CallDirection.INBOUND;
            case outbound -> CallDirection.OUTBOUND;
            case unknown -> null;
        };
    }

    private static dev.premia.schemas.CallDirection direction(CallDirection direction) {
        if (direction == null) {
            return null;
        }
        return switch (direction) {
            case INBOUND -> dev.premia.schemas.CallDirection.inbound;
            case OUTBOUND -> dev.premia.schemas.CallDirection.outbound;
        };
    }

    private static CallResult result(dev.premia.schemas.CallResult result) {
        if (result == null) {
            return null;
        }
        return switch (result) {
            case answered -> CallResult.ANSWERED;
            case missed -> CallResult.MISSED;
            case busy -> CallResult.BUSY;
            case failed -> CallResult.FAILED;
            case unknown -> null;
        };
    }

    private static dev.premia.schemas.CallResult result(CallResult result) {
        if (result == null) {
            return null;
        }
        return switch (result) {
            case ANSWERED -> dev.premia.schemas.CallResult.answered;
            case MISSED -> dev.premia.schemas.CallResult.missed;
            case BUSY -> dev.premia.schemas.CallResult.busy;
            case FAILED -> dev.premia.schemas.CallResult.failed;
        };
    }
}
