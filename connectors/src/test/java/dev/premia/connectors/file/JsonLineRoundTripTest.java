package dev.premia.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;

class JsonLineRoundTripTest {

    private static final Path FILE = Path.of("some.jsonl");
    private static final Instant RECORDED = Instant.parse("2026-04-01T07:08:09.010Z");

    private final JsonLineWriter writer = new JsonLineWriter();
    private final JsonLineReader reader = new JsonLineReader("other-source", ZoneOffset.UTC);

    /** A line of type {@code accrual} belongs to the ledger that pays; entries of plans on trial have no type of their own. */
    @Provide
    Arbitrary<TopicSpec<?>> topics() {
        return Arbitraries.of(Topics.all()).filter(topic -> !topic.equals(Topics.SHADOW_ACCRUALS));
    }

    @Property(tries = 1500)
    void shouldReadBackWhatItWroteWhenRecordIsOfAnyTopic(@ForAll("topics") TopicSpec<?> topic, @ForAll long seed) {
        SpecificRecord record = new RandomRecords(seed).next(RecordShape.of(topic.schema()));
        boolean ownTime = topic.schema().getField("recorded_at") != null;
        List<InputProblem> problems = new ArrayList<>();

        String line = writer.write(record, RECORDED);
        Optional<InputRecord> read = reader.read(line, FILE, 7, problems::add);

        assertThat(problems).as(line).isEmpty();
        assertThat(read).isPresent();
        assertThat(read.get().value().toString()).isEqualTo(record.toString());
        assertThat(read.get().topic()).isEqualTo(topic);
        assertThat(read.get().line()).isEqualTo(7);
        if (!ownTime) {
            assertThat(read.get().recordedAt()).isEqualTo(RECORDED);
        }
        assertThat(writer.write(read.get().value(), read.get().recordedAt())).isEqualTo(line);
    }
}
