package dev.premia.domain.kpi;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.ProductTag;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** KPIs of what was sold, by the tags that products have on the day of the win. A product of several tags counts in each. */
final class ProductKpis {
    private ProductKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                revenue("new_product_revenue", ProductTag.NEW, "Выручка новых товаров", "New product revenue"),
                units("new_product_units", ProductTag.NEW, "Новые товары, единиц", "New product units"),
                revenue("focus_product_revenue", ProductTag.FOCUS, "Выручка фокусных товаров", "Focus product revenue"),
                units("focus_product_units", ProductTag.FOCUS, "Фокусные товары, единиц", "Focus product units"),
                revenue("promo_revenue", ProductTag.PROMO, "Выручка товаров акции", "Promo revenue"),
                units("promo_units", ProductTag.PROMO, "Товары акции, единиц", "Promo units"),
                revenue("seasonal_revenue", ProductTag.SEASONAL, "Выручка сезонных товаров", "Seasonal revenue"),
                units("seasonal_units", ProductTag.SEASONAL, "Сезонные товары, единиц", "Seasonal units"),
                assortment(
                        "products_per_customer",
                        Unit.COUNT,
                        "Товаров на клиента",
                        "Products per customer",
                        "distinct products that each buying customer bought in the window, summed up / active_customers",
                        List.of(Measures.PRODUCT_BUYERS, Measures.BUYERS),
                        in -> KpiInput.ratio(
                                in.distinct(Measures.PRODUCT_BUYERS),
                                in.distinct(Measures.BUYERS),
                                "products_per_customer is undefined: no buyers in the window")),
                assortment(
                        "assortment_breadth",
                        Unit.RATIO,
                        "Широта ассортимента",
                        "Assortment breadth",
                        "distinct products sold in the window / products in the catalogue",
                        List.of(Measures.PRODUCTS_SOLD),
                        in -> KpiInput.ratio(
                                BigDecimal.valueOf(in.histogram(Measures.PRODUCTS_SOLD).values().stream()
                                        .filter(lines -> lines > 0)
                                        .count()),
                                BigDecimal.valueOf(in.surroundings().products()),
                                "assortment_breadth is undefined: the catalogue has no products")));
    }

    private static KpiDefinition assortment(
            String name,
            Unit unit,
            String titleRu,
            String titleEn,
            String formula,
            List<Long> measures,
            Function<KpiInput, Value> computation) {
        return new KpiDefinition(
                name, "K19", unit, false, false, titleRu, titleEn, formula, measures, false, 0, computation);
    }

    private static KpiDefinition revenue(String name, ProductTag tag, String titleRu, String titleEn) {
        long measure = tag.revenue();
        return definition(
                name, tag, Unit.MONEY, titleRu, titleEn, "net amount", measure, in -> Value.of(in.money(measure)));
    }

    private static KpiDefinition units(String name, ProductTag tag, String titleRu, String titleEn) {
        long measure = tag.units();
        return definition(
                name,
                tag,
                Unit.COUNT,
                titleRu,
                titleEn,
                "units",
                measure,
                in -> Value.of(BigDecimal.valueOf(in.sum(measure), Measures.UNIT_DIGITS)));
    }

    private static KpiDefinition definition(
            String name,
            ProductTag tag,
            Unit unit,
            String titleRu,
            String titleEn,
            String what,
            long measure,
            Function<KpiInput, Value> computation) {
        return new KpiDefinition(
                name,
                tag == ProductTag.NEW ? "K20" : "K21",
                unit,
                true,
                false,
                titleRu,
                titleEn,
                what + " of won deals' lines whose product is tagged `" + tag.tag() + "` on the day of the win",
                List.of(measure),
                true,
                0,
                computation);
    }
}
