package dev.premia.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.payroll.Acknowledgement.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayrollDifferenceTest {
    private static final Payee ANNA = Samples.payee("17", "crm/anna", "Anna");
    private static final Payee BORIS = Samples.payee("18", "crm/boris", "Boris");

    private final List<Handover> handed = new ArrayList<>();

    private Batch next(PayrollMonth month) {
        return new PayrollDifference(month, handed).next("north");
    }

    private Batch export(PayrollMonth month) {
        Batch batch = next(month);
        handed.add(Handover.of(batch));
        return batch;
    }

    private void refuse(Batch batch, Status status, UUID... rows) {
        Map<UUID, String> refused = new java.util.HashMap<>();
        for (UUID row : rows) {
            refused.put(row, "Сотрудник не найден");
        }
        handed.replaceAll(each -> each.id().equals(batch.id())
                ? each.answered(new Acknowledgement(batch.id(), status, refused, List.of()))
                : each);
    }

    private static List<String> shown(Batch batch) {
        return batch.rows().stream()
                .map(row -> row.payee().employeeNumber() + " " + batch.amount(row.minor()))
                .toList();
    }

    @Test
    void shouldHandOverEverythingOnce() {
        PayrollMonth month = Samples.month(Samples.due(BORIS, 20_000), Samples.due(ANNA, 50_000));

        Batch first = export(month);

        assertThat(shown(first)).containsExactly("17 500.00", "18 200.00");
        assertThat(first.totalMinor()).isEqualTo(70_000);
        assertThat(first.rows().get(0).basis()).startsWith("bonus v4, 2026-03, ");
        assertThat(next(month)).isNull();
    }

    @Test
    void shouldMakeTheSameBatchWhenItIsRepeatedBeforeItWasListed() {
        PayrollMonth month = Samples.month(Samples.due(ANNA, 50_000));

        assertThat(next(month)).isEqualTo(next(month));
        assertThat(next(month).id())
                .isNotEqualTo(next(Samples.month(Samples.due(ANNA, 50_001))).id());
    }

    @Test
    void shouldHandOverOnlyWhatIsNew() {
        export(Samples.month(Samples.due(ANNA, 50_000)));

        Batch second = export(Samples.month(Samples.due(ANNA, 50_000), Samples.due(BORIS, 20_000)));

        assertThat(shown(second)).containsExactly("18 200.00");
        assertThat(second.number()).isEqualTo(2);
    }

    @Test
    void shouldHandOverRefusedRowsAgainUnderAnotherId() {
        PayrollMonth month = Samples.month(Samples.due(ANNA, 50_000), Samples.due(BORIS, 20_000));
        Batch first = export(month);
        refuse(first, Status.ACCEPTED, first.rows().get(1).id());

        Batch second = export(month);

        assertThat(shown(second)).containsExactly("18 200.00");
        assertThat(second.rows().get(0).id()).isNotEqualTo(first.rows().get(1).id());
        assertThat(next(month)).isNull();
    }

    @Test
    void shouldHandOverEverythingAgainWhenTheBatchWasRejected() {
        PayrollMonth month = Samples.month(Samples.due(ANNA, 50_000));
        Batch first = export(month);
        refuse(first, Status.REJECTED);

        Batch second = next(month);

        assertThat(shown(second)).containsExactly("17 500.00");
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void shouldReverseTheOldNumberWhenItWasCorrected() {
        export(Samples.month(Samples.due(ANNA, 50_000)));

        Batch second = export(Samples.month(Samples.due(ANNA.under("99"), 50_000)));

        assertThat(shown(second)).containsExactly("17 -500.00", "99 500.00");
        assertThat(second.rows().get(0).basis()).startsWith("Сторно: ");
        assertThat(second.totalMinor()).isZero();
        assertThat(next(Samples.month(Samples.due(ANNA.under("99"), 50_000)))).isNull();
    }

    @Test
    void shouldReverseNothingOfSomebodyWhoIsNotKnownAnyMore() {
        export(Samples.month(Samples.due(ANNA, 50_000), Samples.due(BORIS, 20_000)));

        assertThat(next(Samples.month(Samples.due(BORIS, 20_000)))).isNull();
    }

    @Test
    void shouldLeaveOutPayoutsOfZero() {
        assertThat(next(Samples.month(Samples.due(ANNA, 0)))).isNull();
    }

    @Test
    void shouldNameWhatCannotBeHandedOverUntilItWas() {
        DueProblem problem = new DueProblem("crm/anna", "north", 50_000, "RUB", DueProblem.Reason.NO_EMPLOYEE_NUMBER);
        PayrollMonth broken = new PayrollMonth(Samples.MARCH, "RUB", List.of(), List.of(problem));

        assertThat(new PayrollDifference(broken, handed).problems()).containsExactly(problem);

        export(Samples.month(Samples.due(ANNA, 50_000)));

        assertThat(new PayrollDifference(broken, handed).problems()).isEmpty();
    }
}
