package dev.premia.codec.avro;

import dev.premia.domain.event.SurveyEvent;
import dev.premia.domain.event.SurveyKind;
import dev.premia.schemas.Survey;
import java.util.Locale;

/** Survey answers. */
public final class SurveyCodec {
    private SurveyCodec() {}

    public static SurveyEvent fromAvro(Survey survey) {
        String source = survey.getSource();
        return new SurveyEvent(
                Fields.header(survey.getId(), survey.getRevision(), survey.getChangedAt(), survey.getDeleted(), source),
                kind(survey.getKind()),
                survey.getScore(),
                survey.getAnsweredAt(),
                Qualified.id(source, survey.getManager()),
                Qualified.id(source, survey.getCustomer()),
                Qualified.id(source, survey.getDeal()),
                Qualified.id(source, survey.getCall()),
                survey.getAttributes());
    }

    /**
     * @throws ContractValueException when the score has more digits than the contract keeps
     */
    public static Survey toAvro(SurveyEvent event) {
        Survey survey = new Survey();
        survey.setId(Fields.required(event.id()));
        survey.setRevision(event.revision());
        survey.setSource(Fields.required(event.header().source()));
        survey.setDeleted(event.header().deleted());
        survey.setChangedAt(event.header().changedAt());
        survey.setKind(kind(event.kind()));
        survey.setScore(Fields.money("score", event.score()));
        survey.setAnsweredAt(event.answeredAt());
        survey.setManager(event.manager());
        survey.setCustomer(event.customer());
        survey.setDeal(event.deal());
        survey.setCall(event.call());
        survey.setAttributes(event.attributes());
        return survey;
    }

    private static SurveyKind kind(dev.premia.schemas.SurveyKind kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case nps -> SurveyKind.NPS;
            case csat -> SurveyKind.CSAT;
            case ces -> SurveyKind.CES;
            case other -> SurveyKind.OTHER;
            case staff -> SurveyKind.STAFF;
            case unknown -> null;
        };
    }

    private static dev.premia.schemas.SurveyKind kind(SurveyKind kind) {
        return kind == null
                ? null
                : dev.premia.schemas.SurveyKind.valueOf(kind.name().toLowerCase(Locale.ROOT));
    }
}
