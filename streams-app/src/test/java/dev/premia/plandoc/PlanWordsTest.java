package dev.premia.plandoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premia.codec.plan.PlanSchema;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.plan.DealField;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What plans can say, people can read: every key, field and KPI has words in both languages. */
class PlanWordsTest {

    @Test
    void shouldHaveWordsForEveryKeyOfAPlan() throws IOException {
        Set<String> keys = new TreeSet<>();
        JsonNode schema = new ObjectMapper().readTree(PlanSchema.text());
        schema.findValues("properties").forEach(mapping -> mapping.fieldNames().forEachRemaining(keys::add));

        keys.removeIf(PlanWords::knowsKey);
        assertThat(keys)
                .as("keys to add to plan-words.properties: key.NAME = Russian | English")
                .isEmpty();
    }

    @Test
    void shouldHaveWordsForEveryFixedValueOfAPlan() throws IOException {
        Set<String> values = new TreeSet<>();
        new ObjectMapper()
                .readTree(PlanSchema.text())
                .findValues("enum")
                .forEach(choices -> choices.forEach(each -> values.add(each.asText())));

        values.removeIf(value -> new PlanWords(PlanLanguage.RU).value(value).isPresent());
        assertThat(values)
                .as("values to add to plan-words.properties: value.NAME = Russian | English")
                .isEmpty();
    }

    @Test
    void shouldHaveWordsForEveryFieldOfADeal() {
        assertThat(DealField.SYMBOLS.keySet())
                .as("add the missing ones to plan-words.properties: field.NAME = Russian | English")
                .allSatisfy(field ->
                        assertThat(new PlanWords(PlanLanguage.RU).field(field)).isNotEqualTo(field));
    }

    @Test
    void shouldHaveARussianDefinitionOfEveryKpi() {
        assertThat(KpiCatalogue.all())
                .extracting(KpiDefinition::name)
                .filteredOn(name -> PlanWords.russianDefinition(name).isEmpty())
                .as("KPIs to add to kpi-definitions_ru.properties: NAME = definition")
                .isEmpty();
    }
}
