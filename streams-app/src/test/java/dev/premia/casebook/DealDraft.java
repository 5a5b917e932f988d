package dev.premia.casebook;

import dev.premia.schemas.CreditKind;
import dev.premia.schemas.Deal;
import dev.premia.schemas.DealCredit;
import dev.premia.schemas.DealLine;
import dev.premia.schemas.DealStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a story says of a deal. It stays as it is from revision to revision until the story says otherwise. */
final class DealDraft {
    private final String id;
    private long revision;
    private Instant changedAt;
    private boolean deleted;
    private DealStatus status = DealStatus.open;
    private BigDecimal amount;
    private String currency = "RUB";
    private Instant createdAt;
    private Instant closedAt;
    private String owner;
    private List<DealCredit> credits = List.of();
    private String customer;
    private String lead;
    private List<String> tags = List.of();
    private String stage;
    private String lostReason;
    private List<DealLine> lines = List.of();
    private final Map<String, String> attributes = new HashMap<>();
    private String campaign;
    private String segment;
    private String renews;
    private BigDecimal cost;
    private BigDecimal expenses;
    private BigDecimal tax;

    DealDraft(String id) {
        this.id = id;
    }

    DealDraft next() {
        revision++;
        return this;
    }

    /** Sets the revision of this record; the next one follows it. */
    DealDraft revision(long number) {
        revision = number;
        return this;
    }

    DealDraft changedAt(String when) {
        changedAt = When.instant(when);
        return this;
    }

    DealDraft open() {
        status = DealStatus.open;
        closedAt = null;
        return this;
    }

    DealDraft won(String when, String sum) {
        return amount(sum).closed(when);
    }

    /** Wins the deal at another time, for the amount that it has. */
    DealDraft closed(String when) {
        status = DealStatus.won;
        closedAt = When.instant(when);
        return this;
    }

    DealDraft lost(String when) {
        status = DealStatus.lost;
        closedAt = When.instant(when);
        return this;
    }

    DealDraft amount(String sum) {
        amount = sum == null ? null : new BigDecimal(sum).setScale(4, RoundingMode.UNNECESSARY);
        return this;
    }

    DealDraft currency(String code) {
        currency = code;
        return this;
    }

    DealDraft created(String when) {
        createdAt = When.instant(when);
        return this;
    }

    DealDraft owner(String manager) {
        owner = manager;
        return this;
    }

    DealDraft customer(String customerId) {
        customer = customerId;
        return this;
    }

    DealDraft lead(String leadId) {
        lead = leadId;
        return this;
    }

    DealDraft tags(String... names) {
        tags = List.of(names);
        return this;
    }

    /** Cost of the goods, operating expense and tax; null for unknown. */
    DealDraft costs(String goods, String operating, String taxes) {
        cost = goods == null ? null : new BigDecimal(goods).setScale(4, RoundingMode.UNNECESSARY);
        expenses = operating == null ? null : new BigDecimal(operating).setScale(4, RoundingMode.UNNECESSARY);
        tax = taxes == null ? null : new BigDecimal(taxes).setScale(4, RoundingMode.UNNECESSARY);
        return this;
    }

    DealDraft attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    DealDraft stage(String name) {
        stage = name;
        return this;
    }

    DealDraft campaign(String name) {
        campaign = name;
        return this;
    }

    DealDraft segment(String name) {
        segment = name;
        return this;
    }

    /** The contract that the deal renews, or null. */
    DealDraft renews(String contract) {
        renews = contract;
        return this;
    }

    DealDraft lostBecause(String reason) {
        lostReason = reason;
        return this;
    }

    DealDraft withoutLines() {
        lines = List.of();
        return this;
    }

    DealDraft line(String product, String quantity, String price, String... tags) {
        List<DealLine> next = new ArrayList<>(lines);
        DealLine line = new DealLine();
        line.setProduct(product);
        line.setQuantity(new BigDecimal(quantity).setScale(6, RoundingMode.UNNECESSARY));
        line.setPrice(new BigDecimal(price).setScale(6, RoundingMode.UNNECESSARY));
        line.setTags(List.of(tags));
        next.add(line);
        lines = next;
        return this;
    }

    /** Shares as decimal fractions: manager, share, manager, share... */
    DealDraft split(String... managersAndShares) {
        credits = new ArrayList<>();
        for (int i = 0; i < managersAndShares.length; i += 2) {
            credits.add(new DealCredit(managersAndShares[i], share(managersAndShares[i + 1]), null, CreditKind.main));
        }
        return this;
    }

    /** Integer weights: manager, weight, manager, weight... */
    DealDraft weights(String... managersAndWeights) {
        credits = new ArrayList<>();
        for (int i = 0; i < managersAndWeights.length; i += 2) {
            credits.add(new DealCredit(
                    managersAndWeights[i], null, Long.valueOf(managersAndWeights[i + 1]), CreditKind.main));
        }
        return this;
    }

    DealDraft overlay(String manager, String share) {
        List<DealCredit> next = new ArrayList<>(credits);
        next.add(new DealCredit(manager, share(share), null, CreditKind.overlay));
        credits = next;
        return this;
    }

    DealDraft unsplit() {
        credits = List.of();
        return this;
    }

    DealDraft delete() {
        deleted = true;
        return this;
    }

    DealDraft restore() {
        deleted = false;
        return this;
    }

    private static BigDecimal share(String fraction) {
        return new BigDecimal(fraction).setScale(9, RoundingMode.UNNECESSARY);
    }

    Deal toRecord(String source) {
        Deal deal = new Deal();
        deal.setId(source + "/" + id);
        deal.setRevision(revision);
        deal.setChangedAt(changedAt);
        deal.setSource(source);
        deal.setDeleted(deleted);
        deal.setStatus(status);
        deal.setAmount(amount);
        deal.setCurrency(currency);
        deal.setCost(cost);
        deal.setExpenses(expenses);
        deal.setTax(tax);
        deal.setCreatedAt(createdAt);
        deal.setClosedAt(closedAt);
        deal.setOwner(owner);
        deal.setCredits(List.copyOf(credits));
        deal.setCustomer(customer);
        deal.setLead(lead);
        deal.setCampaign(campaign);
        deal.setSegment(segment);
        deal.setContractRenewal(renews);
        deal.setStage(stage);
        deal.setLostReason(lostReason);
        deal.setTags(tags);
        deal.setLines(List.copyOf(lines));
        deal.setAttributes(Map.copyOf(attributes));
        return deal;
    }
}
