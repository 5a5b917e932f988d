package dev.premia.domain.arbitrary;

import dev.premia.domain.event.CreditShare;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.event.Header;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Collects the many fields of an arbitrary deal. */
final class DealDraft {
    private Header header;
    private List<String> texts;
    private DealStatus status;
    private List<BigDecimal> amounts;
    private List<Instant> instants;
    private List<String> references;
    private List<CreditShare> credits;
    private List<String> tags;
    private List<DealLine> lines;
    private Map<String, String> attributes;

    DealDraft header(Header value) {
        header = value;
        return this;
    }

    DealDraft texts(List<String> value) {
        texts = value;
        return this;
    }

    DealDraft status(DealStatus value) {
        status = value;
        return this;
    }

    DealDraft amounts(List<BigDecimal> value) {
        amounts = value;
        return this;
    }

    DealDraft instants(List<Instant> value) {
        instants = value;
        return this;
    }

    DealDraft references(List<String> value) {
        references = value;
        return this;
    }

    DealDraft credits(List<CreditShare> value) {
        credits = value;
        return this;
    }

    DealDraft tags(List<String> value) {
        tags = value;
        return this;
    }

    DealDraft lines(List<DealLine> value) {
        lines = value;
        return this;
    }

    DealDraft attributes(Map<String, String> value) {
        attributes = value;
        return this;
    }

    DealEvent build() {
        return new DealEvent(
                header,
                texts.get(0),
                texts.get(1),
                status,
                amounts.get(0),
                texts.get(2),
                amounts.get(1),
                amounts.get(2),
                amounts.get(3),
                instants.get(0),
                instants.get(1),
                references.get(0),
                credits,
                references.get(1),
                references.get(2),
                references.get(3),
                texts.get(3),
                references.get(4),
                texts.get(4),
                tags,
                lines,
                attributes);
    }
}
