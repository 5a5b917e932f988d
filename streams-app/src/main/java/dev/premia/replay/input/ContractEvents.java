package dev.premia.replay.input;

import dev.premia.codec.avro.ActivityCodec;
import dev.premia.codec.avro.CallCodec;
import dev.premia.codec.avro.ContractValueException;
import dev.premia.codec.avro.DealCodec;
import dev.premia.codec.avro.FxRateCodec;
import dev.premia.codec.avro.LeadCodec;
import dev.premia.codec.avro.PaymentCodec;
import dev.premia.codec.avro.ProductCodec;
import dev.premia.codec.avro.RecordedFigureCodec;
import dev.premia.codec.avro.ReferenceCodec;
import dev.premia.codec.avro.ReviewCodec;
import dev.premia.codec.avro.SurveyCodec;
import dev.premia.codec.avro.TargetCodec;
import dev.premia.domain.event.EntityEvent;
import dev.premia.schemas.Activity;
import dev.premia.schemas.Calendar;
import dev.premia.schemas.Call;
import dev.premia.schemas.Contract;
import dev.premia.schemas.Customer;
import dev.premia.schemas.Deal;
import dev.premia.schemas.FxRate;
import dev.premia.schemas.Lead;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Market;
import dev.premia.schemas.Payment;
import dev.premia.schemas.Product;
import dev.premia.schemas.Review;
import dev.premia.schemas.Spend;
import dev.premia.schemas.Survey;
import dev.premia.schemas.Target;
import dev.premia.schemas.Team;
import dev.premia.schemas.Worktime;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Contract records as domain events. */
public final class ContractEvents {
    private ContractEvents() {}

    /**
     * The event that a record is; empty for records of topics from which nothing is computed.
     *
     * @throws ContractValueException when a field holds what has no form in the domain
     */
    public static Optional<EntityEvent> of(SpecificRecord record) {
        EntityEvent event = null;
        if (record instanceof Deal deal) {
            event = DealCodec.fromAvro(deal);
        } else if (record instanceof Call call) {
            event = CallCodec.fromAvro(call);
        } else if (record instanceof Lead lead) {
            event = LeadCodec.fromAvro(lead);
        } else if (record instanceof Payment payment) {
            event = PaymentCodec.fromAvro(payment);
        } else if (record instanceof Activity activity) {
            event = ActivityCodec.fromAvro(activity);
        } else if (record instanceof Survey survey) {
            event = SurveyCodec.fromAvro(survey);
        } else if (record instanceof Review review) {
            event = ReviewCodec.fromAvro(review);
        } else if (record instanceof Spend spend) {
            event = RecordedFigureCodec.fromAvro(spend);
        } else if (record instanceof Worktime worktime) {
            event = RecordedFigureCodec.fromAvro(worktime);
        } else if (record instanceof Market market) {
            event = RecordedFigureCodec.fromAvro(market);
        } else if (record instanceof Contract contract) {
            event = RecordedFigureCodec.fromAvro(contract);
        } else if (record instanceof Manager manager) {
            event = ReferenceCodec.fromAvro(manager);
        } else if (record instanceof Team team) {
            event = ReferenceCodec.fromAvro(team);
        } else if (record instanceof Customer customer) {
            event = ReferenceCodec.fromAvro(customer);
        } else if (record instanceof Calendar calendar) {
            event = ReferenceCodec.fromAvro(calendar);
        } else if (record instanceof Target target) {
            event = TargetCodec.fromAvro(target);
        } else if (record instanceof FxRate rate) {
            event = FxRateCodec.fromAvro(rate);
        } else if (record instanceof Product product) {
            event = ProductCodec.fromAvro(product);
        }
        return Optional.ofNullable(event);
    }
}
