package dev.premia.simulator;

import dev.premia.schemas.DatedTag;
import dev.premia.schemas.DealLine;
import dev.premia.schemas.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is sold. The lines of a deal follow from one number, so that an open deal need not keep them. */
final class ProductShelf {
    private static final String[] CATEGORIES = {"equipment", "consumables", "service", "software", "spare_parts"};
    private static final String[] WARES = {
        "Насос",
        "Клапан",
        "Фильтр",
        "Датчик",
        "Привод",
        "Шкаф управления",
        "Сервисный пакет",
        "Лицензия",
        "Комплект",
        "Модуль"
    };
    private static final int PRODUCTS = 40;
    private static final long MICRO = 1_000_000;

    private final Item[] items = new Item[PRODUCTS];

    private record Item(
            String id, long priceMinor, long costMinor, BigDecimal price, BigDecimal cost, List<String> tags) {}

    ProductShelf(long seed) {
        LogNormal prices = new LogNormal(900_000, 1.1);
        for (int i = 0; i < PRODUCTS; i++) {
            Dice dice = Dice.of(seed, Dice.Of.PRODUCT, i);
            long price = Math.max(10_000, Math.round(prices.draw(dice) / 1_000) * 1_000);
            long cost = price * dice.between(55, 80) / 100;
            List<String> tags = i % 8 == 0 ? List.of("promo") : List.of();
            items[i] = new Item(Ids.product(i + 1), price, cost, unitPrice(price), unitPrice(cost), tags);
        }
    }

    /** Total of the lines, in minor units. */
    long total(long lines, double sizeMinor) {
        long total = 0;
        for (int i = 0; i < count(lines); i++) {
            Item item = item(lines, i);
            total += item.priceMinor * quantity(lines, sizeMinor, item);
        }
        return total;
    }

    /** Cost of the lines, in minor units. */
    long cost(long lines, double sizeMinor) {
        long total = 0;
        for (int i = 0; i < count(lines); i++) {
            Item item = item(lines, i);
            total += item.costMinor * quantity(lines, sizeMinor, item);
        }
        return total;
    }

    List<DealLine> lines(long lines, double sizeMinor) {
        int count = count(lines);
        List<DealLine> result = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Item item = item(lines, i);
            BigDecimal quantity = BigDecimal.valueOf(quantity(lines, sizeMinor, item) * MICRO, 6);
            result.add(new DealLine(item.id, quantity, item.price, item.cost, item.tags));
        }
        return result;
    }

    /** Records of the catalogue; every fifth product is in focus from {@code from} on, every ninth is new for a quarter. */
    List<Product> catalogue(LocalDate from, Instant said) {
        List<Product> catalogue = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            List<DatedTag> tags = new ArrayList<>();
            if (i % 5 == 0) {
                tags.add(new DatedTag("focus", from, null));
            }
            if (i % 9 == 0) {
                tags.add(new DatedTag("new", from, from.plusMonths(3).minusDays(1)));
            }
            String name = WARES[i % WARES.length] + " " + (char) ('A' + i / WARES.length) + "-" + (100 + 7 * i);
            catalogue.add(new Product(
                    items[i].id,
                    1L,
                    Ids.CRM,
                    false,
                    said,
                    name,
                    CATEGORIES[i % CATEGORIES.length],
                    items[i].price,
                    "RUB",
                    tags,
                    Map.of()));
        }
        return catalogue;
    }

    private static int count(long lines) {
        return 1 + (int) (lines >>> 62);
    }

    private Item item(long lines, int line) {
        int first = (int) (lines & 0xFFFF);
        int stride = 1 + (int) ((lines >>> 16) & 7);
        return items[(first + line * stride) % PRODUCTS];
    }

    private static long quantity(long lines, double sizeMinor, Item item) {
        return Math.max(1, (long) (sizeMinor / count(lines) / item.priceMinor + 0.5));
    }

    private static BigDecimal unitPrice(long minor) {
        return BigDecimal.valueOf(minor * 10_000, 6);
    }
}
