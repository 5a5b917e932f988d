package dev.premia.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementTest {
    private static final UUID BATCH = UUID.fromString("9f0c1b1e-0001-4000-8000-000000000000");
    private static final UUID ROW = UUID.fromString("9f0c1b1e-0001-4000-8000-000000000009");

    @Test
    void shouldReadWhatPayrollAnswers() {
        Acknowledgement reply = Acknowledgement.parse("\uFEFF" + """
                {
                  "batchId": "9f0c1b1e-0001-4000-8000-000000000000",
                  "status": "accepted",
                  "documents": [{"type": "Премия", "number": "0000-000045", "posted": false}],
                  "errors": [{"rowId": "9f0c1b1e-0001-4000-8000-000000000009", "code": "EMPLOYEE_NOT_FOUND",
                              "message": "Сотрудник с табельным номером 0000-00999 не найден"}]
                }
                """);

        assertThat(reply.batch()).isEqualTo(BATCH);
        assertThat(reply.documents()).containsExactly("Премия 0000-000045");
        assertThat(reply.refuses(ROW)).isTrue();
        assertThat(reply.refuses(BATCH)).isFalse();
        assertThat(reply.refused()).containsEntry(ROW, "Сотрудник с табельным номером 0000-00999 не найден");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]|no JSON object",
                "{\"batchId\":|line 1: no JSON",
                "{\"batchId\":\"7\",\"status\":\"accepted\"}|batchId: found '7'",
                "{\"batchId\":\"9f0c1b1e-0001-4000-8000-000000000000\",\"status\":\"ok\"}|status: found 'ok'",
                "{\"batchId\":\"9f0c1b1e-0001-4000-8000-000000000000\",\"status\":\"accepted\",\"errors\":[{}]}|rowId: found ''",
            })
    void shouldSayWhatIsWrongWithAnAnswer(String text, String message) {
        assertThatThrownBy(() -> Acknowledgement.parse(text))
                .isInstanceOf(PayrollFileException.class)
                .hasMessageContaining(message);
    }
}
