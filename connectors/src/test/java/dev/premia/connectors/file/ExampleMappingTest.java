package dev.premia.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mapping that ships as an example, on an export of a few rows. */
class ExampleMappingTest {

    private static final Path MAPPING = Path.of("..", "deploy", "examples", "mappings", "crm-opportunities");

    @TempDir
    private Path folder;

    @Test
    void shouldReadAnExportOfOpportunities() {
        Inputs inputs = new Inputs(folder)
                .with("sales_pipeline.csv", """
                        opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\r
                        A1,Ann Lee,GTXPro,Fir & Sons,Won,2026-05-20,2026-06-01,4514\r
                        A2,Bo Park,MG Special,Fir & Sons,Lost,2026-05-21,2026-06-02,0\r
                        A3,Bo Park,Other,,Engaging,2026-06-03,,\r
                        A4,Bo Park,Other,,Prospecting,,,\r
                        """)
                .with("sales_teams.csv", """
                        sales_agent,manager,regional_office
                        Ann Lee,Zoe Head,West
                        Bo Park,Zoe Head,West
                        """)
                .with("accounts.csv", """
                        account,sector,year_established,revenue,employees,office_location,subsidiary_of
                        Fir & Sons,retail,1990,10.5,12,Norway,
                        """)
                .with("products.csv", "product,series,sales_price\nGTX Pro,GTX,4821\n")
                .with("data_dictionary.csv", "Table,Field,Description\n")
                .read(MAPPING);

        assertThat(inputs.messages()).isEmpty();
        assertThat(inputs.lines())
                .containsExactly(
                        "{\"type\":\"customer\",\"id\":\"crm/Fir & Sons\",\"revision\":1,\"source\":\"crm\","
                                + "\"name\":\"Fir & Sons\",\"segment\":\"retail\","
                                + "\"attributes\":{\"country\":\"Norway\",\"employees\":\"12\"}}",
                        "{\"type\":\"product\",\"id\":\"crm/GTX Pro\",\"revision\":1,\"source\":\"crm\","
                                + "\"name\":\"GTX Pro\",\"category\":\"GTX\",\"price\":\"4821\",\"currency\":\"USD\"}",
                        "{\"type\":\"deal\",\"id\":\"crm/A1\",\"revision\":1,\"source\":\"crm\",\"stage\":\"Won\","
                                + "\"status\":\"won\",\"amount\":\"4514\",\"currency\":\"USD\","
                                + "\"created_at\":\"2026-05-20T12:00:00Z\",\"closed_at\":\"2026-06-01T12:00:00Z\","
                                + "\"owner\":\"crm/Ann Lee\",\"customer\":\"crm/Fir & Sons\","
                                + "\"lines\":[{\"product\":\"crm/GTX Pro\",\"quantity\":\"1\",\"price\":\"4514\"}],"
                                + "\"recorded_at\":\"2026-06-01T12:00:00Z\"}",
                        "{\"type\":\"deal\",\"id\":\"crm/A2\",\"revision\":1,\"source\":\"crm\",\"stage\":\"Lost\","
                                + "\"status\":\"lost\",\"amount\":\"0\",\"currency\":\"USD\","
                                + "\"created_at\":\"2026-05-21T12:00:00Z\",\"closed_at\":\"2026-06-02T12:00:00Z\","
                                + "\"owner\":\"crm/Bo Park\",\"customer\":\"crm/Fir & Sons\","
                                + "\"lines\":[{\"product\":\"crm/MG Special\",\"quantity\":\"1\",\"price\":\"0\"}],"
                                + "\"recorded_at\":\"2026-06-02T12:00:00Z\"}",
                        "{\"type\":\"deal\",\"id\":\"crm/A3\",\"revision\":1,\"source\":\"crm\",\"stage\":\"Engaging\","
                                + "\"status\":\"open\",\"currency\":\"USD\",\"created_at\":\"2026-06-03T12:00:00Z\","
                                + "\"owner\":\"crm/Bo Park\",\"lines\":[{\"product\":\"crm/Other\",\"quantity\":\"1\"}],"
                                + "\"recorded_at\":\"2026-06-03T12:00:00Z\"}",
                        "{\"type\":\"deal\",\"id\":\"crm/A4\",\"revision\":1,\"source\":\"crm\",\"stage\":\"Prospecting\","
                                + "\"status\":\"open\",\"currency\":\"USD\",\"owner\":\"crm/Bo Park\","
                                + "\"lines\":[{\"product\":\"crm/Other\",\"quantity\":\"1\"}]}",
                        "{\"type\":\"team\",\"id\":\"crm/West\",\"revision\":1,\"source\":\"crm\",\"name\":\"West\"}",
                        "{\"type\":\"team\",\"id\":\"crm/Zoe Head\",\"revision\":1,\"source\":\"crm\","
                                + "\"name\":\"Zoe Head\",\"head\":\"crm/Zoe Head\",\"parents\":[{\"parent\":\"crm/West\"}]}",
                        "{\"type\":\"manager\",\"id\":\"crm/Ann Lee\",\"revision\":1,\"source\":\"crm\","
                                + "\"name\":\"Ann Lee\",\"assignments\":[{\"team\":\"crm/Zoe Head\",\"role\":\"sales\"}]}",
                        "{\"type\":\"manager\",\"id\":\"crm/Zoe Head\",\"revision\":1,\"source\":\"crm\","
                                + "\"name\":\"Zoe Head\",\"assignments\":[{\"team\":\"crm/Zoe Head\",\"role\":\"head\"}]}",
                        "{\"type\":\"manager\",\"id\":\"crm/Bo Park\",\"revision\":1,\"source\":\"crm\","
                                + "\"name\":\"Bo Park\",\"assignments\":[{\"team\":\"crm/Zoe Head\",\"role\":\"sales\"}]}");
    }
}
