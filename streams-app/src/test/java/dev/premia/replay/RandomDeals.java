package dev.premia.replay;

import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.event.Header;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Deals that differ in what decides between their revisions. */
final class RandomDeals {
    private RandomDeals() {}

    static DealEvent deal(Header header, Random random) {
        boolean won = random.nextBoolean();
        return new DealEvent(
                header,
                "sales",
                "stage-" + random.nextInt(3),
                won ? DealStatus.WON : DealStatus.OPEN,
                new BigDecimal(random.nextInt(3) * 100).setScale(4),
                "RUB",
                null,
                null,
                null,
                Instant.ofEpochMilli(1_788_000_000_000L),
                won ? Instant.ofEpochMilli(1_789_000_000_000L) : null,
                "crm/" + random.nextInt(3),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("t".repeat(random.nextInt(40))),
                List.of(),
                Map.of());
    }
}
