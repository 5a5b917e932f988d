package dev.premia.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class RecordShapeTest {

    @Test
    void shouldQualifyExactlyTheFieldsThatTheContractsCallQualifiedIds() {
        List<String> missed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TopicSpec<?> topic : Topics.all()) {
            if (topic.role() != TopicSpec.Role.OUTPUT) {
                collect(topic.schema(), seen, missed);
            }
        }

        assertThat(missed).isEmpty();
        assertThat(seen).containsAll(RecordShape.REFERENCES);
    }

    private static void collect(Schema schema, Set<String> seen, List<String> missed) {
        Schema plain = schema.isUnion() ? schema.getTypes().get(1) : schema;
        if (plain.getType() == Schema.Type.ARRAY) {
            collect(plain.getElementType(), seen, missed);
        }
        if (plain.getType() != Schema.Type.RECORD) {
            return;
        }
        for (Schema.Field field : plain.getFields()) {
            boolean qualified = RecordShape.of(plain).field(field.name()).qualified();
            if (qualified) {
                seen.add(field.name());
            } else if (field.doc().contains("ualified id")) {
                missed.add(plain.getName() + "." + field.name());
            }
            collect(field.schema(), seen, missed);
        }
    }
}
