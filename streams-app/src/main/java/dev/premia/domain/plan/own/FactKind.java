package dev.premia.domain.plan.own;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a plan's own KPI may be counted over; it says which facts there are, and at what instant each of them counts. */
public enum FactKind {
    /** At the close. */
    WON_DEALS(FactSource.DEALS),
    /** At the close. */
    LOST_DEALS(FactSource.DEALS),
    /** Won and lost, at the close. */
    CLOSED_DEALS(FactSource.DEALS),
    /** Whatever became of them, at their creation. */
    DEALS(FactSource.DEALS),
    /** Payments, refunds and bounces of deals, at their own instant. */
    PAYMENTS(FactSource.DEALS),
    /** At their creation. */
    LEADS(FactSource.LEADS),
    /** At the first touch. */
    LEADS_PROCESSED(FactSource.LEADS),
    LEADS_QUALIFIED(FactSource.LEADS),
    LEADS_CONVERTED(FactSource.LEADS),
    LEADS_CLOSED(FactSource.LEADS),
    /** External legs, at their start. */
    CALLS(FactSource.CALLS),
    /** Whatever was done, when it was done. */
    ACTIVITIES(FactSource.WORK),
    /** Held, not planned. */
    MEETINGS(FactSource.WORK),
    TRIPS(FactSource.WORK),
    EMAILS(FactSource.WORK),
    MESSAGES(FactSource.WORK),
    TRAININGS(FactSource.WORK),
    /** Done or not, on the day on which they are due; at their creation where they have no due day. */
    TASKS(FactSource.WORK),
    /** Done or not, on the day on which they are due. */
    PROJECTS(FactSource.WORK),
    /** Answers of customers. */
    SURVEYS(FactSource.WORK),
    REVIEWS(FactSource.WORK);

    private final FactSource source;

    FactKind(FactSource source) {
        this.source = source;
    }

    public FactSource source() {
        return source;
    }

    /** The name in plans. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FactKind> find(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(FactKind::label).toList();
    }
}
