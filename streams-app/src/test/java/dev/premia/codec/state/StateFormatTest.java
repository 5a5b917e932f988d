package dev.premia.codec.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.DealStatus;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateFormatTest {
    private static final byte[] SUBJECT = SubjectCodec.encode(Subject.manager("crm/17"));

    @Test
    void shouldNameBothVersionsWhenTheVersionIsUnknown() {
        byte[] newer = SUBJECT.clone();
        newer[0] = (byte) (StateFormat.VERSION + 1);

        assertThatThrownBy(() -> SubjectCodec.decode(newer))
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining("subject")
                .hasMessageContaining("found format version " + (StateFormat.VERSION + 1))
                .hasMessageContaining("expected version 1 to " + StateFormat.VERSION);
    }

    @Test
    void shouldFailWhenTheVersionIsZeroOrAbsent() {
        assertThatThrownBy(() -> SubjectCodec.decode(new byte[] {0, 0, 0})).hasMessageContaining("format version 0");
        assertThatThrownBy(() -> SubjectCodec.decode(new byte[0])).hasMessageContaining("no bytes");
    }

    @Test
    void shouldFailWhenBytesFollowTheValue() {
        byte[] longer = Arrays.copyOf(SUBJECT, SUBJECT.length + 2);

        assertThatThrownBy(() -> SubjectCodec.decode(longer))
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining("found 2 bytes after its end");
    }

    @Test
    void shouldFailWhenALengthExceedsTheBytes() {
        byte[] bytes = {StateFormat.VERSION, 0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07};

        assertThatThrownBy(() -> SubjectCodec.decode(bytes))
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining("found a length of 2147483647 with 0 bytes left");
    }

    @Test
    void shouldFailWhenANumberHasNoConstant() {
        assertThatThrownBy(() -> SubjectCodec.decode(new byte[] {StateFormat.VERSION, 9, 0}))
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining("found the number 9 for SubjectType");
    }

    @Test
    void shouldFailWhenANumberNeverEnds() {
        byte[] endless = new byte[11];
        Arrays.fill(endless, (byte) 0xFF);

        assertThatThrownBy(() -> new BinaryReader(endless).unsigned())
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining("more than 64 bits");
    }

    @Test
    void shouldRefuseAnEnumWhenAConstantHasNoNumber() {
        assertThatThrownBy(() -> new EnumNumbers<>(DealStatus.class, List.of(DealStatus.OPEN, DealStatus.WON)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DealStatus");
    }

    @Test
    void shouldRefuseToFinishWhenReservedFlagsAreNotFilled() {
        BinaryWriter writer = new BinaryWriter();
        writer.flags(2);
        writer.flag(true);

        assertThatThrownBy(writer::toByteArray).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRefuseAFlagWhenNoneIsReserved() {
        BinaryWriter writer = new BinaryWriter();

        assertThatThrownBy(() -> writer.flag(true)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldWriteTheSameBytesWhenAWriterIsReused() {
        BinaryWriter scratch = new BinaryWriter();
        CallEvent call = GoldenSamples.call();
        byte[] first = CallEventCodec.FORMAT.encode(call, scratch);
        DealEventCodec.FORMAT.encode(GoldenSamples.deal(), scratch);

        assertThat(CallEventCodec.FORMAT.encode(call, scratch)).isEqualTo(first).isEqualTo(CallEventCodec.encode(call));
    }

    @Test
    void shouldReadTheSameValueWhenAReaderIsReusedAfterAFailure() {
        BinaryReader scratch = new BinaryReader();
        byte[] bytes = CallEventCodec.encode(GoldenSamples.call());
        byte[] cut = Arrays.copyOf(bytes, 20);
        assertThatThrownBy(() -> CallEventCodec.FORMAT.decode(cut, scratch)).isInstanceOf(StateFormatException.class);

        assertThat(CallEventCodec.FORMAT.decode(bytes, scratch)).isEqualTo(GoldenSamples.call());
    }

    @Test
    void shouldStayCompactWhenACallIsStored() {
        assertThat(CallEventCodec.encode(GoldenSamples.call())).hasSizeLessThan(70);
    }
}
