package dev.premia.domain.event;

/** A whole entity at one revision, as its source knows it. Never a delta. */
public sealed interface EntityEvent
        permits DealEvent,
                LeadEvent,
                CallEvent,
                PaymentEvent,
                ManagerEvent,
                ManagerRecord,
                TeamRecord,
                CustomerRecord,
                TargetRecord,
                CalendarRecord,
                FxRateRecord,
                ProductRecord {

    Header header();

    default String id() {
        return header().id();
    }

    default long revision() {
        return header().revision();
    }
}
