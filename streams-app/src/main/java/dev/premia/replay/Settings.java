package dev.premia.replay;

import dev.premia.domain.money.MoneyView;
import java.time.ZoneId;

/**
 * What the organisation decides where no plan does.
 *
 * @param zone the zone of calendar windows of KPIs that no plan reads
 * @param currency the currency in which such KPIs measure money
 */
public record Settings(ZoneId zone, String currency) {

    /** How money is read where no plan does. */
    public MoneyView money() {
        return MoneyView.atWin(zone, currency);
    }
}
