package dev.premia.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    /** Constants that are no measures: marks and what is added to dimensions. */
    private static final long LARGEST = 100_000;

    @Test
    void shouldGiveEveryMeasureANumberOfItsOwn() throws IllegalAccessException {
        Map<Long, String> byNumber = new HashMap<>();
        for (Field field : Measures.class.getFields()) {
            boolean constant = Modifier.isStatic(field.getModifiers()) && field.getType() == long.class;
            if (constant && field.getLong(null) < LARGEST) {
                assertThat(byNumber.put(field.getLong(null), field.getName()))
                        .as("the other measure with the number of %s", field.getName())
                        .isNull();
            }
        }
        assertThat(byNumber).hasSizeGreaterThan(50);
    }
}
