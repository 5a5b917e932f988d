package dev.premia.codec.state;

import dev.premia.domain.event.ActivityEvent;
import dev.premia.domain.event.ActivityKind;
import dev.premia.domain.event.ContractEvent;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.MarketEvent;
import dev.premia.domain.event.ReviewEvent;
import dev.premia.domain.event.SpendEvent;
import dev.premia.domain.event.SurveyEvent;
import dev.premia.domain.event.SurveyKind;
import dev.premia.domain.event.WorktimeEvent;
import java.util.List;

/** The stored form of an activity, a survey answer or a review at a revision: a tag, then the fields. */
public final class ManagerEventCodec {
    private static final int ACTIVITY = 1;
    private static final int SURVEY = 2;
    private static final int REVIEW = 3;
    private static final int SPEND = 4;
    private static final int WORKTIME = 5;
    private static final int MARKET = 6;
    private static final int CONTRACT = 7;

    private static final EnumNumbers<ActivityKind> ACTIVITY_KINDS = new EnumNumbers<>(
            ActivityKind.class,
            List.of(
                    ActivityKind.MEETING,
                    ActivityKind.TRIP,
                    ActivityKind.EMAIL,
                    ActivityKind.MESSAGE,
                    ActivityKind.TASK,
                    ActivityKind.PROJECT,
                    ActivityKind.TRAINING));
    private static final EnumNumbers<SurveyKind> SURVEY_KINDS = new EnumNumbers<>(
            SurveyKind.class,
            List.of(SurveyKind.NPS, SurveyKind.CSAT, SurveyKind.CES, SurveyKind.OTHER, SurveyKind.STAFF));

    public static final StateFormat<ManagerEvent> FORMAT =
            StateFormat.of("event of a manager", ManagerEventCodec::write, ManagerEventCodec::read);

    private ManagerEventCodec() {}

    private static void write(BinaryWriter out, ManagerEvent event) {
        if (event instanceof ActivityEvent activity) {
            out.raw(ACTIVITY);
            HeaderCodec.write(out, activity.header());
            writeActivity(out, activity);
        } else if (event instanceof SurveyEvent survey) {
            out.raw(SURVEY);
            HeaderCodec.write(out, survey.header());
            writeSurvey(out, survey);
        } else if (event instanceof ReviewEvent review) {
            out.raw(REVIEW);
            HeaderCodec.write(out, review.header());
            writeReview(out, review);
        } else if (event instanceof SpendEvent spend) {
            out.raw(SPEND);
            HeaderCodec.write(out, spend.header());
            RecordedFigureStateCodec.write(out, spend);
        } else if (event instanceof WorktimeEvent worktime) {
            out.raw(WORKTIME);
            HeaderCodec.write(out, worktime.header());
            RecordedFigureStateCodec.write(out, worktime);
        } else if (event instanceof MarketEvent market) {
            out.raw(MARKET);
            HeaderCodec.write(out, market.header());
            RecordedFigureStateCodec.write(out, market);
        } else if (event instanceof ContractEvent contract) {
            out.raw(CONTRACT);
            HeaderCodec.write(out, contract.header());
            RecordedFigureStateCodec.write(out, contract);
        }
    }

    private static ManagerEvent read(BinaryReader in) {
        int tag = in.raw();
        Header header = HeaderCodec.read(in);
        return switch (tag) {
            case ACTIVITY -> readActivity(in, header);
            case SURVEY -> readSurvey(in, header);
            case REVIEW -> readReview(in, header);
            case SPEND -> RecordedFigureStateCodec.readSpend(in, header);
            case WORKTIME -> RecordedFigureStateCodec.readWorktime(in, header);
            case MARKET -> RecordedFigureStateCodec.readMarket(in, header);
            case CONTRACT -> RecordedFigureStateCodec.readContract(in, header);
            default ->
                throw new StateFormatException(
                        "State of an event of a manager: found the tag " + tag + ", expected 1 to 7.");
        };
    }

    private static void writeActivity(BinaryWriter out, ActivityEvent activity) {
        out.flags(11);
        ACTIVITY_KINDS.writeOptional(out, activity.kind());
        out.optionalText(activity.status());
        out.optionalText(activity.manager());
        out.optionalText(activity.customer());
        out.optionalText(activity.deal());
        out.optionalText(activity.lead());
        out.optionalInstant(activity.createdAt());
        out.optionalInstant(activity.plannedAt());
        out.optionalInstant(activity.dueAt());
        out.optionalInstant(activity.heldAt());
        out.optionalText(activity.result());
        out.texts(activity.attributes());
    }

    private static ActivityEvent readActivity(BinaryReader in, Header header) {
        in.flags(11);
        return new ActivityEvent(
                header,
                ACTIVITY_KINDS.readOptional(in),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalInstant(),
                in.optionalInstant(),
                in.optionalInstant(),
                in.optionalInstant(),
                in.optionalText(),
                in.texts());
    }

    private static void writeSurvey(BinaryWriter out, SurveyEvent survey) {
        out.flags(7);
        SURVEY_KINDS.writeOptional(out, survey.kind());
        out.optionalDecimal(survey.score());
        out.optionalInstant(survey.answeredAt());
        out.optionalText(survey.manager());
        out.optionalText(survey.customer());
        out.optionalText(survey.deal());
        out.optionalText(survey.call());
        out.texts(survey.attributes());
    }

    private static SurveyEvent readSurvey(BinaryReader in, Header header) {
        in.flags(7);
        return new SurveyEvent(
                header,
                SURVEY_KINDS.readOptional(in),
                in.optionalDecimal(),
                in.optionalInstant(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.texts());
    }

    private static void writeReview(BinaryWriter out, ReviewEvent review) {
        out.flags(6);
        out.flag(review.call());
        out.optionalInstant(review.reviewedAt());
        out.optionalText(review.manager());
        out.optionalText(review.reviewer());
        out.optionalText(review.checklist());
        out.optionalText(review.entity());
        out.each(review.items(), ManagerEventCodec::writeItem);
        out.texts(review.attributes());
    }

    private static ReviewEvent readReview(BinaryReader in, Header header) {
        in.flags(6);
        boolean call = in.flag();
        return new ReviewEvent(
                header,
                in.optionalInstant(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                call,
                in.list(ManagerEventCodec::readItem),
                in.texts());
    }

    private static void writeItem(BinaryWriter out, ReviewEvent.Item item) {
        out.flags(3);
        out.optionalDecimal(item.weight());
        if (out.flag(item.passed() != null)) {
            out.flag(item.passed());
        } else {
            out.flag(false);
        }
        out.text(item.criterion());
    }

    private static ReviewEvent.Item readItem(BinaryReader in) {
        in.flags(3);
        var weight = in.optionalDecimal();
        boolean judged = in.flag();
        boolean passed = in.flag();
        return new ReviewEvent.Item(in.text(), weight, judged ? (Boolean) passed : null);
    }
}
