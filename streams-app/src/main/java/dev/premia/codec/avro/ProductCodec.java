package dev.premia.codec.avro;

import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.ProductRecord;
import dev.premia.schemas.Product;
import java.util.List;
import java.util.Map;

/** Products. The contract's list price and attributes have no place in the domain. */
public final class ProductCodec {
    private ProductCodec() {}

    public static ProductRecord fromAvro(Product product) {
        return new ProductRecord(
                Fields.header(
                        product.getId(),
                        product.getRevision(),
                        product.getChangedAt(),
                        product.getDeleted(),
                        product.getSource()),
                product.getName(),
                product.getCategory(),
                tags(product.getTags()));
    }

    public static Product toAvro(ProductRecord event) {
        Product product = new Product();
        product.setId(Fields.required(event.id()));
        product.setRevision(event.revision());
        product.setSource(Fields.required(event.header().source()));
        product.setDeleted(event.header().deleted());
        product.setChangedAt(event.header().changedAt());
        product.setName(event.name());
        product.setCategory(event.category());
        product.setTags(event.tags().stream()
                .map(each -> new dev.premia.schemas.DatedTag(each.tag(), each.from(), each.until()))
                .toList());
        product.setAttributes(Map.of());
        return product;
    }

    private static List<DatedTag> tags(List<dev.premia.schemas.DatedTag> tags) {
        return tags.stream()
                .map(each -> new DatedTag(each.getTag(), each.getFrom(), each.getUntil()))
                .toList();
    }
}
