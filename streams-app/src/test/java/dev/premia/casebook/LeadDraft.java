package dev.premia.casebook;

import dev.premia.schemas.Lead;
import java.time.Instant;
import java.util.Map;

/** What a story says of a lead, from revision to revision. */
final class LeadDraft {
    private final String id;
    private long revision;
    private boolean deleted;
    private String owner;
    private Instant createdAt;
    private Instant firstTouchAt;
    private Instant qualifiedAt;
    private Instant convertedAt;

    LeadDraft(String id) {
        this.id = id;
    }

    LeadDraft next() {
        revision++;
        return this;
    }

    LeadDraft revision(long number) {
        revision = number;
        return this;
    }

    LeadDraft owner(String manager) {
        owner = manager;
        return this;
    }

    LeadDraft created(String when) {
        createdAt = When.instant(when);
        return this;
    }

    LeadDraft touched(String when) {
        firstTouchAt = When.instant(when);
        return this;
    }

    LeadDraft qualified(String when) {
        qualifiedAt = When.instant(when);
        return this;
    }

    LeadDraft converted(String when) {
        convertedAt = When.instant(when);
        return this;
    }

    LeadDraft notConverted() {
        convertedAt = null;
        return this;
    }

    LeadDraft delete() {
        deleted = true;
        return this;
    }

    Lead toRecord(String source) {
        Lead lead = new Lead();
        lead.setId(source + "/" + id);
        lead.setRevision(revision);
        lead.setSource(source);
        lead.setDeleted(deleted);
        lead.setOwner(owner);
        lead.setCreatedAt(createdAt);
        lead.setFirstTouchAt(firstTouchAt);
        lead.setQualifiedAt(qualifiedAt);
        lead.setConvertedAt(convertedAt);
        lead.setAttributes(Map.of());
        return lead;
    }
}
