package dev.premia.codec.avro;

import dev.premia.domain.event.LeadEvent;
import dev.premia.schemas.Lead;

/** Leads. */
public final class LeadCodec {
    private LeadCodec() {}

    public static LeadEvent fromAvro(Lead lead) {
        String source = lead.getSource();
        return new LeadEvent(
                Fields.header(lead.getId(), lead.getRevision(), lead.getChangedAt(), lead.getDeleted(), source),
                lead.getStatus(),
                Qualified.id(source, lead.getOwner()),
                lead.getCreatedAt(),
                lead.getFirstTouchAt(),
                lead.getQualifiedAt(),
                lead.getConvertedAt(),
                lead.getClosedAt(),
                lead.getChannel(),
                Qualified.id(source, lead.getCampaign()),
                lead.getSegment(),
                Qualified.id(source, lead.getCustomer()),
                Qualified.id(source, lead.getDeal()),
                lead.getAttributes());
    }

    public static Lead toAvro(LeadEvent event) {
        Lead lead = new Lead();
        lead.setId(Fields.required(event.id()));
        lead.setRevision(event.revision());
        lead.setSource(Fields.required(event.header().source()));
        lead.setDeleted(event.header().deleted());
        lead.setChangedAt(event.header().changedAt());
        lead.setStatus(event.status());
        lead.setOwner(event.owner());
        lead.setCreatedAt(event.createdAt());
        lead.setFirstTouchAt(event.firstTouchAt());
        lead.setQualifiedAt(event.qualifiedAt());
        lead.setConvertedAt(event.convertedAt());
        lead.setClosedAt(event.closedAt());
        lead.setChannel(event.channel());
        lead.setCampaign(event.campaign());
        lead.setSegment(event.segment());
        lead.setCustomer(event.customer());
        lead.setDeal(event.deal());
        lead.setAttributes(event.attributes());
        return lead;
    }
}
