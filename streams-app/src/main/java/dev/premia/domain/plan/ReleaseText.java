package dev.premia.domain.plan;

import dev.premia.domain.control.Decision;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Writes into an explanation what is released of each deal in a window, and why the rest is not. */
final class ReleaseText {
    /** Deals beyond this number are not listed: the explanation stays readable. */
    private static final int MAX_DEALS = 50;

    private final Trace.Recording trace;
    private final Window window;
    private int deals;

    ReleaseText(Trace.Recording trace, Window window) {
        this.trace = trace;
        this.window = window;
    }

    /** Adds one deal, unless nothing of it was or is released before or in this window. */
    void add(Deferral.Released released) {
        boolean concerned = released.won().equals(window) || released.minor() != 0;
        if (!concerned || released.part().minor() == 0) {
            return;
        }
        deals++;
        if (deals > MAX_DEALS) {
            if (deals == MAX_DEALS + 1) {
                trace.note(Phrase.MORE_DEALS.text(String.valueOf(MAX_DEALS)));
            }
            return;
        }
        String deal = released.part().deal().deal();
        if (released.keptMinor() != released.part().minor()) {
            trace.step(Phrase.REFUNDED_PART.text(
                    deal, money(released, released.part().minor()), money(released, released.keptMinor())));
        }
        trace.step(Phrase.RELEASED.text(
                deal,
                money(released, released.keptMinor()),
                money(released, released.afterMinor()),
                money(released, released.minor())));
        if (released.afterMinor() != released.keptMinor()) {
            trace.note(Phrase.NOT_RELEASED.text(deal, reason(released)));
        }
    }

    private String reason(Deferral.Released released) {
        Release release = released.release();
        int end = window.endEpochDay() - 1;
        int day = release.last() == null ? end : Math.min(end, release.last());
        Decision ruling = release.ruling(day);
        if (ruling instanceof Decision.Hold hold) {
            return Phrase.HELD_BY_DECISION.text(hold.from().toString());
        } else if (ruling instanceof Decision.Release free && free.share().compareTo(BigDecimal.ONE) < 0) {
            return Phrase.FREED_IN_PART.text(Trace.Recording.percent(free.share()));
        } else if (ruling == null && release.isInHoldDays(day)) {
            return Phrase.HELD_UNTIL.text(LocalDate.ofEpochDay(
                            release.winDay() + (long) release.settlement().holdDays())
                    .toString());
        } else if (ruling == null && release.settlement().until() == Settlement.Until.RELEASE) {
            return Phrase.HELD_UNTIL_RELEASED.text();
        } else if (day < end) {
            return Phrase.LEFT_BEFORE.text(LocalDate.ofEpochDay(day).toString());
        }
        String currency = release.deal().currency();
        return Phrase.PAID_SO_FAR.text(
                money(currency, release.paidMinor(day)),
                money(currency, release.deal().wholeMinor()));
    }

    private static String money(Deferral.Released released, long minor) {
        return money(released.part().interval().component().unit(), minor);
    }

    private static String money(String currency, long minor) {
        return Trace.Recording.plain(Currencies.toAmount(minor, currency));
    }
}
