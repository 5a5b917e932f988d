package dev.premia.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/kpis.md} the same as the catalogue; {@code -Dkpis.write=true} writes the page anew. */
class KpiReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "kpis.md");

    @Test
    void shouldDescribeEveryKpiWhenThePageIsRead() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("kpis.write")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/kpis.md; write it anew with mvn -pl streams-app -am test -Dtest=KpiReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dkpis.write=true")
                .isEqualTo(expected);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # KPIs

                <!-- Written by KpiReferenceTest from the catalogue; do not edit. -->

                What formulas of a plan, `calc --kpi` and `explain kpi` can name. A KPI is measured per calendar window (day, week, month,
                quarter, year) in the plan's time zone, for a manager, a team or the company. What has no value, such as an average
                without deals, makes a condition false and a payment 0.

                - **where**: a filter on deals (`where` in a plan) may narrow it.
                - **kind**: a *leading* KPI announces results, a *lagging* one states them.
                - **adds up**: the value of a longer window is the sum over its days. The others are computed anew for each window.
                - `name(n)` takes a number, such as `service_level(20)`: calls answered within 20 seconds; other words in
                  brackets stand for texts, such as `refusals('price')` and `stage_conversion('b2b', 'new', 'won')`.

                | name | no. | unit | Russian title | English title | formula | kind | adds up | where |
                |---|---|---|---|---|---|---|---|---|
                """);
        KpiCatalogue.all().forEach(kpi -> page.append(row(kpi)));
        return page.toString();
    }

    private static String row(KpiDefinition kpi) {
        String formula = kpi.formula().replace("|", "\\|");
        return String.join(
                        " | ",
                        "| `" + kpi.call() + "`",
                        kpi.number(),
                        kpi.unit().name().toLowerCase(Locale.ROOT),
                        kpi.titleRu(),
                        kpi.titleEn(),
                        formula,
                        kpi.leading() ? "leading" : "lagging",
                        yes(kpi.additive()),
                        yes(kpi.filterable()))
                + " |\n";
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "-";
    }
}
