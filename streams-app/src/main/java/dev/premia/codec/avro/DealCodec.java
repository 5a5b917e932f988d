package dev.premia.codec.avro;

import dev.premia.domain.event.CreditShare;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.event.DealStatus;
import dev.premia.schemas.CreditKind;
import dev.premia.schemas.Deal;
import dev.premia.schemas.DealCredit;
import java.util.ArrayList;
import java.util.List;

/** Deals. The contract's tags of lines have no place in the domain. */
public final class DealCodec {
    private DealCodec() {}

    /**
     * @throws ContractValueException when a credit is of a kind that this release does not know
     */
    public static DealEvent fromAvro(Deal deal) {
        String source = deal.getSource();
        return new DealEvent(
                Fields.header(deal.getId(), deal.getRevision(), deal.getChangedAt(), deal.getDeleted(), source),
                deal.getPipeline(),
                deal.getStage(),
                status(deal.getStatus()),
                deal.getAmount(),
                deal.getCurrency(),
                deal.getCost(),
                deal.getExpenses(),
                deal.getTax(),
                deal.getCreatedAt(),
                deal.getClosedAt(),
                Qualified.id(source, deal.getOwner()),
                credits(source, deal.getCredits()),
                Qualified.id(source, deal.getCustomer()),
                Qualified.id(source, deal.getLead()),
                Qualified.id(source, deal.getCampaign()),
                deal.getSegment(),
                Qualified.id(source, deal.getContractRenewal()),
                deal.getLostReason(),
                deal.getTags(),
                lines(source, deal.getLines()),
                deal.getAttributes());
    }

    /**
     * @throws ContractValueException when a decimal has more digits than the contract keeps
     */
    public static Deal toAvro(DealEvent event) {
        Deal deal = new Deal();
        deal.setId(Fields.required(event.id()));
        deal.setRevision(event.revision());
        deal.setSource(Fields.required(event.header().source()));
        deal.setDeleted(event.header().deleted());
        deal.setChangedAt(event.header().changedAt());
        deal.setPipeline(event.pipeline());
        deal.setStage(event.stage());
        deal.setStatus(status(event.status()));
        deal.setAmount(Fields.money("amount", event.amount()));
        deal.setCurrency(event.currency());
        deal.setCost(Fields.money("cost", event.cost()));
        deal.setExpenses(Fields.money("expenses", event.expenses()));
        deal.setTax(Fields.money("tax", event.tax()));
        deal.setCreatedAt(event.createdAt());
        deal.setClosedAt(event.closedAt());
        deal.setOwner(event.owner());
        deal.setCredits(event.credits().stream().map(DealCodec::credit).toList());
        deal.setCustomer(event.customer());
        deal.setLead(event.lead());
        deal.setCampaign(event.campaign());
        deal.setSegment(event.segment());
        deal.setContractRenewal(event.contractRenewal());
        deal.setLostReason(event.lostReason());
        deal.setTags(event.tags());
        deal.setLines(event.lines().stream().map(DealCodec::line).toList());
        deal.setAttributes(event.attributes());
        return deal;
    }

    private static List<CreditShare> credits(String source, List<DealCredit> credits) {
        if (credits.isEmpty()) {
            return List.of();
        }
        List<CreditShare> shares = new ArrayList<>(credits.size());
        for (DealCredit credit : credits) {
            shares.add(new CreditShare(
                    Qualified.id(source, credit.getManager()),
                    credit.getShare(),
                    credit.getWeight(),
                    isOverlay(credit.getKind())));
        }
        return shares;
    }

    private static boolean isOverlay(CreditKind kind) {
        return switch (kind) {
            case main -> false;
            case overlay -> true;
            // To guess would pay somebody.
            case unknown ->
                throw new ContractValueException(
                        "credits.kind",
                        "a kind that this release does not know",
                        "main or overlay; update Premia, then retry the record");
        };
    }

    private static DealCredit credit(CreditShare share) {
        return new DealCredit(
                Fields.required(share.manager()),
                Fields.share("credits.share", share.share()),
                share.weight(),
                share.overlay() ? CreditKind.overlay : CreditKind.main);
    }

    private static List<DealLine> lines(String source, List<dev.premia.schemas.DealLine> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<DealLine> result = new ArrayList<>(lines.size());
        for (dev.premia.schemas.DealLine line : lines) {
            result.add(new DealLine(
                    Qualified.id(source, line.getProduct()),
                    line.getQuantity(),
                    line.getPrice(),
                    line.getCost(),
                    line.getTags()));
        }
        return result;
    }

    private static dev.premia.schemas.DealLine line(DealLine line) {
        dev.premia.schemas.DealLine result = new dev.premia.schemas.DealLine();
        result.setProduct(Fields.required(line.product()));
        result.setQuantity(Fields.perUnit("lines.quantity", line.quantity()));
        result.setPrice(Fields.perUnit("lines.price", line.price()));
        result.setCost(Fields.perUnit("lines.cost", line.cost()));
        result.setTags(line.tags());
        return result;
    }

    private static DealStatus status(dev.premia.schemas.DealStatus status) {
        if (status == null) {
            return null;
        }
        return switch (status) {
            case open -> DealStatus.OPEN;
            case won -> DealStatus.WON;
            case lost -> DealStatus.LOST;
            case unknown -> null;
        };
    }

    private static dev.premia.schemas.DealStatus status(DealStatus status) {
        if (status == null) {
            return null;
        }
        return switch (status) {
            case OPEN -> dev.premia.schemas.DealStatus.open;
            case WON -> dev.premia.schemas.DealStatus.won;
            case LOST -> dev.premia.schemas.DealStatus.lost;
        };
    }
}
