package dev.premia.codec.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.domain.arbitrary.Events;
import dev.premia.domain.arbitrary.Facts;
import dev.premia.domain.arbitrary.Values;
import dev.premia.domain.credit.DayCells;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StateRoundTripTest {
    private static final int TRIES = 300;

    /** A value with the format that stores it. */
    private record Sample<T>(StateFormat<T> format, T value) {
        T stored() {
            return format.decode(format.encode(value));
        }
    }

    @Property(tries = TRIES * 10, edgeCases = EdgeCasesMode.NONE)
    void shouldReadBackWhatWasWrittenWhenAnyValueIsStored(@ForAll("values") Sample<?> sample) {
        assertThat((Object) sample.stored()).isEqualTo(sample.value());
    }

    @Property(tries = TRIES * 3, edgeCases = EdgeCasesMode.NONE)
    void shouldWriteTheSameBytesWhenAValueWasReadBack(@ForAll("values") Sample<?> sample) {
        assertThat(again(sample)).isEqualTo(bytes(sample));
    }

    @Property(tries = TRIES)
    void shouldReadBackWhatWasWrittenWhenDecimalsHaveAnyScale(@ForAll("decimals") BigDecimal decimal) {
        BinaryWriter writer = new BinaryWriter();
        writer.decimal(decimal);
        BinaryReader reader = new BinaryReader(writer.toByteArray());

        assertThat(reader.decimal()).isEqualTo(decimal);
        assertThat(reader.remaining()).isZero();
    }

    @Property(tries = TRIES)
    void shouldReadBackWhatWasWrittenWhenNumbersAreAny(@ForAll long number) {
        BinaryWriter writer = new BinaryWriter(1);
        writer.signed(number);
        writer.unsigned(number);
        writer.fixedLong(number);
        BinaryReader reader = new BinaryReader(writer.toByteArray());

        assertThat(List.of(reader.signed(), reader.unsigned(), reader.fixedLong()))
                .containsOnly(number);
    }

    @Property(tries = TRIES)
    void shouldAddLikeDecodedCellsWhenCellsAreAddedFromBytes(
            @ForAll("cells") DayCells known, @ForAll("cells") DayCells stored) {
        DayCells expected = known.copy();
        expected.addAll(stored, -1);
        BinaryWriter writer = new BinaryWriter();
        DayCellsCodec.write(writer, stored);
        DayCellsCodec.addTo(known, new BinaryReader(writer.toByteArray()), -1);

        assertThat(known).isEqualTo(expected);
    }

    @Property(tries = TRIES)
    void shouldWriteTheSameBytesWhenTheEncoderIsReused(
            @ForAll("cells") DayCells first, @ForAll("cells") DayCells second) {
        DayCellsCodec.Encoder encoder = new DayCellsCodec.Encoder();

        assertThat(encoder.encode(first)).isEqualTo(DayCellsCodec.encode(first));
        assertThat(encoder.encode(second)).isEqualTo(DayCellsCodec.encode(second));
    }

    @Property(tries = TRIES * 3, edgeCases = EdgeCasesMode.NONE)
    void shouldFailWithAReasonWhenAnyStoredValueIsCutShort(@ForAll("values") Sample<?> sample, @ForAll int seed) {
        byte[] bytes = bytes(sample);
        byte[] cut = Arrays.copyOf(bytes, Math.floorMod(seed, bytes.length));

        assertThatThrownBy(() -> sample.format().decode(cut)).isInstanceOf(StateFormatException.class);
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Values.anyDecimal();
    }

    @Provide
    Arbitrary<DayCells> cells() {
        return Facts.cells();
    }

    @Provide
    Arbitrary<Sample<?>> values() {
        List<Arbitrary<Sample<?>>> all = List.of(
                of(RevisionMarkCodec.FORMAT, Facts.mark()),
                of(DealEventCodec.FORMAT, Events.deal()),
                of(LeadEventCodec.FORMAT, Events.lead()),
                of(CallEventCodec.FORMAT, Events.call()),
                of(PaymentEventCodec.FORMAT, Events.payment()),
                of(ManagerEventCodec.FORMAT, Events.managerEvent()),
                of(ManagerRecordCodec.FORMAT, Events.manager()),
                of(TeamRecordCodec.FORMAT, Events.team()),
                of(CustomerRecordCodec.FORMAT, Events.customer()),
                of(CalendarRecordCodec.FORMAT, Events.calendar()),
                of(FxRateRecordCodec.FORMAT, Events.rate()),
                of(ProductRecordCodec.FORMAT, Events.product()),
                of(TargetRecordCodec.FORMAT, Events.target()),
                of(LatestFactCodec.DEAL, Facts.latest(Events.deal())),
                of(LatestFactCodec.LEAD, Facts.latest(Events.lead())),
                of(LatestFactCodec.CALL, Facts.latest(Events.call())),
                of(LatestFactCodec.PAYMENT, Facts.latest(Events.payment())),
                of(LatestFactCodec.MANAGER_EVENT, Facts.latest(Events.managerEvent())),
                of(LatestFactCodec.MANAGER, Facts.latest(Events.manager())),
                of(LatestFactCodec.TEAM, Facts.latest(Events.team())),
                of(LatestFactCodec.CUSTOMER, Facts.latest(Events.customer())),
                of(LatestFactCodec.TARGET, Facts.latest(Events.target())),
                of(DealFactCodec.FORMAT, Facts.dealFact()),
                of(DealCreditCodec.FORMAT, Facts.credit()),
                of(DealCreditCodec.LIST, Facts.credit().list().ofMaxSize(3)),
                of(PurchaseCodec.FORMAT, Facts.purchase()),
                of(DayCellsCodec.FORMAT, Facts.cells()),
                of(SubjectCodec.FORMAT, Facts.subject()));
        return Arbitraries.oneOf(all);
    }

    private static <T> Arbitrary<Sample<?>> of(StateFormat<T> format, Arbitrary<T> values) {
        return Combinators.combine(Arbitraries.just(format), values).as(Sample::new);
    }

    private static <T> byte[] bytes(Sample<T> sample) {
        return sample.format().encode(sample.value());
    }

    private static <T> byte[] again(Sample<T> sample) {
        return sample.format().encode(sample.stored());
    }
}
