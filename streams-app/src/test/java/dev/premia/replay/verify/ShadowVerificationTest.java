package dev.premia.replay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.verify.Difference.Kind;
import dev.premia.schemas.Accrual;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShadowVerificationTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final List<Line> SAYS = List.of(line("crm/17", 15_000), line("crm/18", 700));

    private static Line line(String manager, long minor) {
        Window window = new Window(WindowKind.MONTH, OCTOBER.atDay(1));
        return new Line(manager, "next", 2, "volume", window, OCTOBER, minor, "RUB");
    }

    private static Accrual entry(String manager, long sequence, long minor, long balance) {
        Accrual accrual = new Accrual();
        accrual.setManager(manager);
        accrual.setSequence(sequence);
        accrual.setPlan("next");
        accrual.setComponent("volume");
        accrual.setWindowKind(dev.premia.schemas.WindowKind.month);
        accrual.setWindowStart(LocalDate.parse("2026-10-01"));
        accrual.setAmountMinor(minor);
        accrual.setBalanceMinor(balance);
        accrual.setCurrency("RUB");
        accrual.setRecordedAt(Instant.EPOCH);
        return accrual;
    }

    private static List<Difference> differences(Accrual... entries) {
        ShadowVerification verification = new ShadowVerification();
        List.of(entries).forEach(verification::accrual);
        return verification.compare(SAYS, manager -> true);
    }

    @Test
    void shouldFindNothingWhenTheSumsAgree() {
        assertThat(differences(
                        entry("crm/17", 1, 20_000, 20_000),
                        entry("crm/17", 2, -5_000, 15_000),
                        entry("crm/18", 1, 700, 700)))
                .isEmpty();
    }

    @Test
    void shouldFindItWhenAnEntryIsMissingDoubledOrAltered() {
        Accrual one = entry("crm/17", 1, 20_000, 20_000);
        Accrual two = entry("crm/17", 2, -5_000, 15_000);
        Accrual other = entry("crm/18", 1, 700, 700);

        assertThat(differences(one, two)).containsExactly(sum("crm/18", "7.00 RUB", "0.00 RUB"));
        assertThat(differences(two, other)).contains(sum("crm/17", "150.00 RUB", "-50.00 RUB"));
        assertThat(differences(one, two, other, other))
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(Kind.SUM, Kind.ENTRY, Kind.ENTRY);
        assertThat(differences(one, two, entry("crm/18", 1, 701, 701)))
                .containsExactly(sum("crm/18", "7.00 RUB", "7.01 RUB"));
        assertThat(differences(one, entry("crm/17", 3, -5_000, 15_000), other))
                .extracting(Difference::kind)
                .containsExactly(Kind.ENTRY);
        assertThat(differences(one, entry("crm/17", 2, -5_000, 14_999), other))
                .containsExactly(new Difference(
                        Kind.ENTRY, "shadow: crm/17, entry 2", "balance 150.00 RUB", "balance 149.99 RUB"));
    }

    @Test
    void shouldCountTheEntriesOfThoseWhoAreAskedAbout() {
        ShadowVerification verification = new ShadowVerification();
        verification.accrual(entry("crm/17", 1, 20_000, 20_000));
        verification.accrual(entry("crm/17", 2, -5_000, 15_000));
        verification.accrual(entry("crm/18", 1, 700, 700));

        assertThat(verification.count(manager -> true)).isEqualTo(3);
        assertThat(verification.count("crm/17"::equals)).isEqualTo(2);
    }

    @Test
    void shouldLookAtThoseOnlyWhoAreAskedAbout() {
        ShadowVerification verification = new ShadowVerification();
        verification.accrual(entry("crm/18", 1, 700, 700));

        assertThat(verification.compare(SAYS, "crm/18"::equals)).isEmpty();
        assertThat(verification.compare(SAYS, "crm/17"::equals)).hasSize(1);
    }

    private static Difference sum(String manager, String expected, String found) {
        return new Difference(Kind.SUM, "shadow: " + manager + ", next, volume, 2026-10", expected, found);
    }
}
