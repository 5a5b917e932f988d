package dev.premia.topology.message;

import dev.premia.domain.event.LeadEvent;

/** What a lead is told, by lead id. */
public sealed interface LeadInput extends Output {
    Cause cause();

    /** A record of the lead itself. */
    record Said(LeadEvent event, Cause cause) implements LeadInput {}

    /** Whether a deal that came from the lead is won now. */
    record DealOutcome(String deal, boolean won, Cause cause) implements LeadInput {}
}
