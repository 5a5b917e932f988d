package dev.premia.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.PaymentKind;
import dev.premia.domain.event.TargetRecord;
import dev.premia.schemas.Call;
import dev.premia.schemas.CallDirection;
import dev.premia.schemas.CreditKind;
import dev.premia.schemas.Deal;
import dev.premia.schemas.DealCredit;
import dev.premia.schemas.DealLine;
import dev.premia.schemas.DealStatus;
import dev.premia.schemas.SubjectType;
import dev.premia.schemas.Target;
import dev.premia.schemas.WindowKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvroMappingTest {
    private static final Instant AT = Instant.ofEpochMilli(1_790_000_000_123L);

    @Test
    void shouldQualifyOnlyIdsWithoutASourceWhenIdsAreRead() {
        assertThat(Qualified.id("crm", "17")).isEqualTo("crm/17");
        assertThat(Qualified.id("crm", "pbx/17")).isEqualTo("pbx/17");
        assertThat(Qualified.id("crm", null)).isNull();
        assertThat(Qualified.id("crm", " ")).isNull();
        assertThat(Qualified.id("", "17")).isEqualTo("17");
    }

    @Test
    void shouldQualifyEveryReferenceWhenADealIsRead() {
        Deal deal = deal();
        deal.setOwner("17");
        deal.setCustomer("");
        deal.setLead("ads/7");
        deal.setCampaign("5");
        deal.setContractRenewal("9");
        deal.setCredits(List.of(new DealCredit("18", new BigDecimal("1.000000000"), null, CreditKind.overlay)));
        deal.setLines(List.of(new DealLine("900", null, null, null, List.of())));

        DealEvent event = DealCodec.fromAvro(deal);

        assertThat(event.id()).isEqualTo("crm/1");
        assertThat(event.owner()).isEqualTo("crm/17");
        assertThat(event.customer()).isNull();
        assertThat(event.lead()).isEqualTo("ads/7");
        assertThat(event.campaign()).isEqualTo("crm/5");
        assertThat(event.contractRenewal()).isEqualTo("crm/9");
        assertThat(event.credits().get(0).manager()).isEqualTo("crm/18");
        assertThat(event.credits().get(0).overlay()).isTrue();
        assertThat(event.lines().get(0).product()).isEqualTo("crm/900");
    }

    @Test
    void shouldTakeTheTimeOfTheChangeWhenTheRevisionIsNotStated() {
        Deal deal = deal();
        deal.setRevision(0);
        assertThat(DealCodec.fromAvro(deal).revision()).isEqualTo(1);

        deal.setChangedAt(AT);
        assertThat(DealCodec.fromAvro(deal).revision()).isEqualTo(AT.toEpochMilli());

        deal.setRevision(4);
        assertThat(DealCodec.fromAvro(deal).revision()).isEqualTo(4);
    }

    @Test
    void shouldReadNullWhenAnEnumValueIsUnknown() {
        Deal deal = deal();
        deal.setStatus(DealStatus.unknown);
        Call call = new Call();
        call.setId("1");
        call.setSource("pbx");
        call.setDirection(CallDirection.unknown);
        CallEvent event = CallCodec.fromAvro(call);

        assertThat(DealCodec.fromAvro(deal).status()).isNull();
        assertThat(event.direction()).isNull();
        assertThat(event.result()).isNull();
    }

    @Test
    void shouldRefuseInsteadOfRoundingWhenAnAmountIsTooFine() {
        PaymentEvent payment = payment("0.00001");

        assertThatThrownBy(() -> PaymentCodec.toAvro(payment))
                .isInstanceOf(ContractValueException.class)
                .hasMessage("amount: found 0.00001, expected at most 16 digits before the point and 4 after it");
    }

    @Test
    void shouldRefuseWhenAnAmountIsTooLarge() {
        PaymentEvent payment = payment("1E16");

        assertThatThrownBy(() -> PaymentCodec.toAvro(payment)).isInstanceOf(ContractValueException.class);
        assertThat(PaymentCodec.toAvro(payment("9999999999999999.9999")).getAmount())
                .isEqualTo("9999999999999999.9999");
    }

    @Test
    void shouldRefuseATargetWhenItsWindowDoesNotStartThere() {
        Target target = target();
        target.setStartsOn(LocalDate.of(2026, 10, 2));

        assertThatThrownBy(() -> TargetCodec.fromAvro(target))
                .isInstanceOf(ContractValueException.class)
                .hasMessage("starts_on: found 2026-10-02, expected 2026-10-01, the first day of that month");
    }

    @Test
    void shouldRefuseATargetWhenItsSubjectHasNoTargets() {
        Target target = target();
        target.setSubjectType(SubjectType.campaign);

        assertThatThrownBy(() -> TargetCodec.fromAvro(target))
                .isInstanceOf(ContractValueException.class)
                .hasMessageStartingWith("subject_type: found campaign");
    }

    @Test
    void shouldReadADeletionWhenATargetSaysNothingElse() {
        Target target = new Target();
        target.setId("t1");
        target.setRevision(2);
        target.setSource("crm");
        target.setDeleted(true);

        TargetRecord event = TargetCodec.fromAvro(target);

        assertThat(event.header().deleted()).isTrue();
        assertThat(event.window()).isNull();
        assertThat(event.subjectType()).isNull();
    }

    private static PaymentEvent payment(String amount) {
        return new PaymentEvent(
                new Header("crm/1", 1, AT, false, "crm"),
                "crm/1",
                PaymentKind.PAYMENT,
                new BigDecimal(amount),
                "RUB",
                AT,
                null,
                null);
    }

    private static Target target() {
        Target target = new Target();
        target.setId("t1");
        target.setRevision(1);
        target.setSource("crm");
        target.setSubjectType(SubjectType.manager);
        target.setSubject("17");
        target.setKpi("revenue");
        target.setWindow(WindowKind.month);
        target.setStartsOn(LocalDate.of(2026, 10, 1));
        return target;
    }

    private static Deal deal() {
        Deal deal = new Deal();
        deal.setId("1");
        deal.setRevision(1);
        deal.setSource("crm");
        deal.setCredits(List.of());
        deal.setTags(List.of());
        deal.setLines(List.of());
        deal.setAttributes(Map.of());
        return deal;
    }
}
