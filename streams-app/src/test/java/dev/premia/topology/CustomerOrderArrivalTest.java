package dev.premia.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasuring.CustomerOrder;
import dev.premia.domain.credit.DealOutcome;
import dev.premia.domain.credit.Subject;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.ManagerInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deal moves from one customer to another: what the two say of it comes from different partitions, in any order. */
class CustomerOrderArrivalTest {
    private static final Instant AT = Instant.parse("2026-10-12T09:00:00Z");
    private static final Subject ANNA = Subject.manager("crm/anna");
    private static final CustomerStanding FIRST = new CustomerStanding(CustomerOrder.FIRST, AT, List.of());
    private static final ManagerInput OLD_CUSTOMER_LETS_GO =
            new ManagerInput.StandingSet("crm/1", "crm/old", CustomerStanding.NONE, Cause.NONE);
    private static final ManagerInput NEW_CUSTOMER_TAKES =
            new ManagerInput.StandingSet("crm/1", "crm/new", FIRST, Cause.NONE);

    @Test
    void shouldCountTheNewCustomerWhenTheOldOneLetsGoLast() {
        assertThat(newCustomersAfter(NEW_CUSTOMER_TAKES, OLD_CUSTOMER_LETS_GO)).isEqualByComparingTo("1");
    }

    @Test
    void shouldCountTheNewCustomerWhenTheOldOneLetsGoFirst() {
        assertThat(newCustomersAfter(OLD_CUSTOMER_LETS_GO, NEW_CUSTOMER_TAKES)).isEqualByComparingTo("1");
    }

    @Test
    void shouldNotCountACustomerThatTheDealDoesNotName() {
        ManagerInput stranger = new ManagerInput.StandingSet("crm/1", "crm/other", FIRST, Cause.NONE);
        assertThat(newCustomersAfter(stranger)).isEqualByComparingTo("0");
    }

    private static BigDecimal newCustomersAfter(ManagerInput... orders) {
        try (StreamHarness stream = new StreamHarness()) {
            stream.tellManager(ANNA, new ManagerInput.StandingSet("crm/1", "crm/old", FIRST, Cause.NONE), AT);
            stream.tellManager(ANNA, new ManagerInput.CreditSet("crm/1", credit("crm/old"), Cause.NONE), AT);
            stream.tellManager(ANNA, new ManagerInput.CreditSet("crm/1", credit("crm/new"), Cause.NONE), AT);
            for (ManagerInput order : orders) {
                stream.tellManager(ANNA, order, AT);
            }
            stream.settle();
            return stream.kpis()
                    .get("manager:crm/anna|month|2026-10-01|new_customers|Europe/Moscow")
                    .getValue();
        }
    }

    private static DealCredit credit(String customer) {
        return new DealCredit(
                "crm/1",
                1,
                ANNA,
                false,
                DealOutcome.WON,
                AT,
                AT,
                DealCredit.WHOLE_SHARE,
                "RUB",
                100_00,
                100_00,
                DealCredit.Cash.unpaid(100_00, 100_00),
                null,
                customer,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }
}
