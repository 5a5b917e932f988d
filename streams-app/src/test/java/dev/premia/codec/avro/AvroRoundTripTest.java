package dev.premia.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.arbitrary.Events;
import dev.premia.domain.event.ActivityEvent;
import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.ContentDigest;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.event.ReviewEvent;
import dev.premia.domain.event.SurveyEvent;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;

/** Every event survives the way to the wire and back, through the serializer that producers use. */
class AvroRoundTripTest {
    private final WireFixture wire = new WireFixture();

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void shouldDecodeTheSameEventWhenAnyEventIsPublished(@ForAll("events") EntityEvent event) {
        Decoded<? extends EntityEvent> decoded = publishAndDecode(event);

        assertThat(decoded.failure()).isNull();
        assertThat((Object) decoded.event()).isEqualTo(event);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldKeepTheDigestWhenAnyEventIsPublished(@ForAll("events") EntityEvent event) {
        assertThat(ContentDigest.of(publishAndDecode(event).event())).isEqualTo(ContentDigest.of(event));
    }

    private Decoded<? extends EntityEvent> publishAndDecode(EntityEvent event) {
        if (event instanceof DealEvent deal) {
            return through(Topics.DEALS, DealCodec.toAvro(deal), DealCodec::fromAvro);
        } else if (event instanceof LeadEvent lead) {
            return through(Topics.LEADS, LeadCodec.toAvro(lead), LeadCodec::fromAvro);
        } else if (event instanceof CallEvent call) {
            return through(Topics.CALLS, CallCodec.toAvro(call), CallCodec::fromAvro);
        } else if (event instanceof PaymentEvent payment) {
            return through(Topics.PAYMENTS, PaymentCodec.toAvro(payment), PaymentCodec::fromAvro);
        } else if (event instanceof ActivityEvent activity) {
            return through(Topics.ACTIVITIES, ActivityCodec.toAvro(activity), ActivityCodec::fromAvro);
        } else if (event instanceof SurveyEvent survey) {
            return through(Topics.SURVEYS, SurveyCodec.toAvro(survey), SurveyCodec::fromAvro);
        } else if (event instanceof ReviewEvent review) {
            return through(Topics.REVIEWS, ReviewCodec.toAvro(review), ReviewCodec::fromAvro);
        } else if (event instanceof ManagerRecord manager) {
            return through(Topics.MANAGERS, ReferenceCodec.toAvro(manager), ReferenceCodec::fromAvro);
        } else if (event instanceof TeamRecord team) {
            return through(Topics.TEAMS, ReferenceCodec.toAvro(team), ReferenceCodec::fromAvro);
        } else if (event instanceof CustomerRecord customer) {
            return through(Topics.CUSTOMERS, ReferenceCodec.toAvro(customer), ReferenceCodec::fromAvro);
        } else if (event instanceof CalendarRecord calendar) {
            return through(Topics.CALENDARS, ReferenceCodec.toAvro(calendar), ReferenceCodec::fromAvro);
        } else if (event instanceof FxRateRecord rate) {
            return through(Topics.FX_RATES, FxRateCodec.toAvro(rate), FxRateCodec::fromAvro);
        } else if (event instanceof ProductRecord product) {
            return through(Topics.PRODUCTS, ProductCodec.toAvro(product), ProductCodec::fromAvro);
        }
        return through(Topics.TARGETS, TargetCodec.toAvro((TargetRecord) event), TargetCodec::fromAvro);
    }

    private <A extends SpecificRecord, E> Decoded<E> through(TopicSpec<A> topic, A contract, Function<A, E> codec) {
        return RecordDecoder.of(topic, codec, wire.registry()).decode(wire.bytes(topic, contract));
    }

    @Provide
    Arbitrary<EntityEvent> events() {
        return Events.any();
    }
}
