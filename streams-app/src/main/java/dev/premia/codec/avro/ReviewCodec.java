package dev.premia.codec.avro;

import dev.premia.domain.event.ReviewEvent;
import dev.premia.schemas.Review;
import dev.premia.schemas.ReviewItem;
import java.util.ArrayList;
import java.util.List;

/** Filled checklists. Of what was reviewed, the domain knows whether it is a call. */
public final class ReviewCodec {
    private static final String CALL = "call";

    private ReviewCodec() {}

    public static ReviewEvent fromAvro(Review review) {
        String source = review.getSource();
        List<ReviewEvent.Item> items = new ArrayList<>(review.getItems().size());
        for (ReviewItem item : review.getItems()) {
            items.add(new ReviewEvent.Item(item.getCriterion(), item.getWeight(), item.getPassed()));
        }
        return new ReviewEvent(
                Fields.header(review.getId(), review.getRevision(), review.getChangedAt(), review.getDeleted(), source),
                review.getReviewedAt(),
                Qualified.id(source, review.getManager()),
                Qualified.id(source, review.getReviewer()),
                review.getChecklist(),
                Qualified.id(source, review.getEntity()),
                CALL.equals(review.getEntityType()),
                items,
                review.getAttributes());
    }

    /**
     * @throws ContractValueException when a weight has more digits than the contract keeps
     */
    public static Review toAvro(ReviewEvent event) {
        Review review = new Review();
        review.setId(Fields.required(event.id()));
        review.setRevision(event.revision());
        review.setSource(Fields.required(event.header().source()));
        review.setDeleted(event.header().deleted());
        review.setChangedAt(event.header().changedAt());
        review.setReviewedAt(event.reviewedAt());
        review.setManager(event.manager());
        review.setReviewer(event.reviewer());
        review.setChecklist(event.checklist());
        review.setEntity(event.entity());
        review.setEntityType(event.call() ? CALL : null);
        List<ReviewItem> items = new ArrayList<>(event.items().size());
        for (ReviewEvent.Item each : event.items()) {
            ReviewItem item = new ReviewItem();
            item.setCriterion(Fields.required(each.criterion()));
            item.setWeight(Fields.money("items.weight", each.weight()));
            item.setPassed(each.passed());
            items.add(item);
        }
        review.setItems(items);
        review.setAttributes(event.attributes());
        return review;
    }
}
