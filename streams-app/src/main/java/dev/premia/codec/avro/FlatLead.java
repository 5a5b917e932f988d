package dev.premia.codec.avro;

import static dev.premia.codec.avro.FlatHeader.position;

import dev.premia.domain.event.LeadEvent;
import dev.premia.schemas.Lead;
import org.apache.avro.Schema;

/** Leads as {@link FlatRecord}s that mean the same as {@link LeadCodec} says. */
public final class FlatLead {
    private static final Schema CONTRACT = Lead.getClassSchema();

    public static final FlatHeader HEADER = FlatHeader.of(CONTRACT);
    public static final int STATUS = position(CONTRACT, "status");
    public static final int OWNER = position(CONTRACT, "owner");
    public static final int CREATED_AT = position(CONTRACT, "created_at");
    public static final int FIRST_TOUCH_AT = position(CONTRACT, "first_touch_at");
    public static final int QUALIFIED_AT = position(CONTRACT, "qualified_at");
    public static final int CONVERTED_AT = position(CONTRACT, "converted_at");
    public static final int CLOSED_AT = position(CONTRACT, "closed_at");
    public static final int CHANNEL = position(CONTRACT, "channel");
    public static final int CAMPAIGN = position(CONTRACT, "campaign");
    public static final int SEGMENT = position(CONTRACT, "segment");
    public static final int CUSTOMER = position(CONTRACT, "customer");
    public static final int DEAL = position(CONTRACT, "deal");
    /** Null where there are none. */
    public static final int ATTRIBUTES = position(CONTRACT, "attributes");

    private FlatLead() {}

    /**
     * Gives a record that was read from its bytes the meaning that it has in the domain.
     *
     * @return false when only the ordinary way can tell
     */
    public static boolean settle(FlatRecord record) {
        return HEADER.settle(record)
                && record.qualify(OWNER, HEADER.source())
                && record.qualify(CAMPAIGN, HEADER.source())
                && record.qualify(CUSTOMER, HEADER.source())
                && record.qualify(DEAL, HEADER.source());
    }

    /** Sets a record to what an event says, except its attributes. */
    public static void fill(FlatRecord record, LeadEvent lead) {
        record.clear();
        HEADER.fill(record, lead.header());
        FlatHeader.text(record, STATUS, lead.status());
        FlatHeader.text(record, OWNER, lead.owner());
        FlatHeader.instant(record, CREATED_AT, lead.createdAt());
        FlatHeader.instant(record, FIRST_TOUCH_AT, lead.firstTouchAt());
        FlatHeader.instant(record, QUALIFIED_AT, lead.qualifiedAt());
        FlatHeader.instant(record, CONVERTED_AT, lead.convertedAt());
        FlatHeader.instant(record, CLOSED_AT, lead.closedAt());
        FlatHeader.text(record, CHANNEL, lead.channel());
        FlatHeader.text(record, CAMPAIGN, lead.campaign());
        FlatHeader.text(record, SEGMENT, lead.segment());
        FlatHeader.text(record, CUSTOMER, lead.customer());
        FlatHeader.text(record, DEAL, lead.deal());
    }
}
