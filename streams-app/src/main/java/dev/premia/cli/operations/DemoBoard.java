package dev.premia.cli.operations;

import dev.premia.cli.CauseText;
import dev.premia.cli.Output;
import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.domain.money.Currencies;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Cause;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.SubjectType;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import dev.premia.schemas.WindowKind;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the demo shows: it reads committed results from the topics, as any dashboard would, and draws a table of this month.
 * Used by one thread.
 */
final class DemoBoard implements AutoCloseable {
    private static final int ROWS = 20;
    private static final int NAME_WIDTH = 24;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> readers = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();
    private final ZoneId zone;
    private YearMonth month;
    private long entries;
    private long deadLetters;

    private static final class Row {
        private String name;
        private final Map<String, BigDecimal> kpis = new HashMap<>();
        private BigDecimal attainment;
        private final Map<String, Long> bonusByMonth = new HashMap<>();
        private String currency = "RUB";
        private Accrual last;
    }

    DemoBoard(Map<String, Object> client, SchemaRegistryClient registry, ZoneId zone) {
        this.zone = zone;
        this.month = YearMonth.now(zone);
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("fetch.max.wait.ms", "100");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        read(Topics.ACCRUALS, registry, this::accrual);
        read(Topics.KPIS, registry, this::kpi);
        read(Topics.MANAGERS, registry, manager -> row(manager.getId()).name = manager.getName());
        readers.put(Topics.DEAD_LETTERS.name(), record -> deadLetters++);
        List<TopicPartition> partitions = new ArrayList<>();
        readers.keySet().forEach(topic -> consumer.partitionsFor(topic)
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private <T extends org.apache.avro.specific.SpecificRecord> void read(
            TopicSpec<T> topic, SchemaRegistryClient registry, Consumer<T> use) {
        RecordDecoder<T, T> decoder = RecordDecoder.of(topic, Function.identity(), registry);
        readers.put(topic.name(), record -> {
            Decoded<T> decoded = decoder.decode(record.value());
            if (!decoded.isFailure()) {
                use.accept(decoded.event());
            }
        });
    }

    private Row row(String manager) {
        return rows.computeIfAbsent(manager, id -> new Row());
    }

    /** Takes in what has come. */
    void poll(Duration limit) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(limit)) {
            readers.get(record.topic()).accept(record);
        }
    }

    /** Ledger entries read so far. */
    long entries() {
        return entries;
    }

    private void accrual(Accrual accrual) {
        entries++;
        Row row = row(accrual.getManager());
        row.currency = accrual.getCurrency();
        row.bonusByMonth.merge(accrual.getPostingPeriod(), accrual.getAmountMinor(), Long::sum);
        row.last = accrual;
    }

    private static String describe(Accrual accrual, Output output) {
        if (accrual == null) {
            return "";
        }
        String amount = output.numbers()
                .amount(Currencies.toAmount(accrual.getAmountMinor(), accrual.getCurrency()), accrual.getCurrency());
        String sign = accrual.getAmountMinor() > 0 ? "+" : "";
        return sign + amount + " " + accrual.getComponent() + because(accrual, output);
    }

    private static String because(Accrual accrual, Output output) {
        List<Cause> causes = accrual.getCauses();
        if (causes.isEmpty()) {
            return accrual.getRanges().isEmpty() ? "" : output.text(": звонки", ": calls");
        }
        Cause cause = causes.get(causes.size() - 1);
        long others = causes.size() - 1 + accrual.getMoreCauses();
        String more = others == 0
                ? ""
                : output.text(" и ещё ", " and ") + output.numbers().whole(others) + output.text("", " more");
        return ": " + CauseText.kind(cause.getType(), output) + " " + cause.getId() + more;
    }

    private void kpi(Kpi kpi) {
        boolean shown = kpi.getSubjectType() == SubjectType.manager
                && kpi.getWindow() == WindowKind.month
                && YearMonth.from(kpi.getStartsOn()).equals(month);
        if (shown) {
            Row row = row(kpi.getSubject());
            row.kpis.put(kpi.getKpi(), kpi.getValue());
            if (kpi.getKpi().equals("revenue")) {
                row.attainment = kpi.getAttainment();
            }
        }
    }

    /** The table as lines of at most {@code width} characters. */
    List<String> draw(Output output, int width) {
        LocalDate today = LocalDate.now(zone);
        month = YearMonth.from(today);
        List<String> lines = new ArrayList<>();
        String columns = "%-" + NAME_WIDTH + "s %14s %6s %7s %6s %14s  %s";
        lines.add(cut(
                columns.formatted(
                        output.text("Менеджер", "Manager"),
                        output.text("Выручка", "Revenue"),
                        output.text("Сделки", "Won"),
                        output.text("Звонки", "Calls"),
                        output.text("План", "Target"),
                        output.text("Премия", "Bonus"),
                        output.text("Последнее начисление и его причина", "Last accrual and its cause")),
                width));
        lines.add("-".repeat(Math.min(width, 120)));
        List<Map.Entry<String, Row>> sorted = rows.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Row> each) -> -bonus(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        for (Map.Entry<String, Row> each : sorted.subList(0, Math.min(ROWS, sorted.size()))) {
            Row row = each.getValue();
            lines.add(cut(
                    columns.formatted(
                            cut(row.name == null ? each.getKey() : row.name, NAME_WIDTH),
                            whole(row.kpis.get("revenue"), output),
                            number(row.kpis.get("won_deals"), output),
                            number(row.kpis.get("calls"), output),
                            row.attainment == null
                                    ? "–"
                                    : row.attainment.movePointRight(2).setScale(0, RoundingMode.HALF_UP) + "%",
                            output.numbers().amount(Currencies.toAmount(bonus(row), row.currency), row.currency),
                            describe(row.last, output)),
                    width));
        }
        long total = sorted.stream().mapToLong(each -> bonus(each.getValue())).sum();
        lines.add("-".repeat(Math.min(width, 120)));
        lines.add(cut(
                output.text(
                                "%s: премии %s, записей в книге %s, отклонено %s",
                                "%s: bonuses %s, ledger entries %s, dead letters %s")
                        .formatted(
                                month,
                                output.numbers().money(total, "RUB"),
                                output.numbers().whole(entries),
                                output.numbers().whole(deadLetters)),
                width));
        return lines;
    }

    private long bonus(Row row) {
        return row.bonusByMonth.getOrDefault(month.toString(), 0L);
    }

    private static String whole(BigDecimal value, Output output) {
        return value == null ? "–" : output.numbers().fixed(value, 0);
    }

    private static String number(BigDecimal value, Output output) {
        return value == null ? "–" : output.numbers().atMost(value, 1);
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text.stripTrailing() : text.substring(0, Math.max(0, width - 1)) + "…";
    }

    @Override
    public void close() {
        consumer.close();
    }
}
