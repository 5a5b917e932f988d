package dev.premia.codec.state;

import dev.premia.domain.event.ProductRecord;

/** The stored form of a product at a revision. */
public final class ProductRecordCodec {
    public static final StateFormat<ProductRecord> FORMAT =
            StateFormat.of("product record", ProductRecordCodec::write, ProductRecordCodec::read);

    private ProductRecordCodec() {}

    private static void write(BinaryWriter out, ProductRecord product) {
        HeaderCodec.write(out, product.header());
        out.flags(2);
        out.optionalText(product.name());
        out.optionalText(product.category());
        out.each(product.tags(), DatedTagCodec::write);
    }

    private static ProductRecord read(BinaryReader in) {
        var header = HeaderCodec.read(in);
        in.flags(2);
        String name = in.optionalText();
        String category = in.optionalText();
        return new ProductRecord(header, name, category, in.list(DatedTagCodec::read));
    }
}
