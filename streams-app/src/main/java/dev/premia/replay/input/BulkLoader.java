package dev.premia.replay.input;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.FlatDecoder;
import dev.premia.codec.avro.FlatRecord;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.EventValidator;
import dev.premia.domain.event.LeadEvent;
import dev.premia.replay.FactBase;
import dev.premia.replay.compact.CallStore;
import dev.premia.replay.compact.LeadStore;
import dev.premia.replay.compact.Workers;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Loads calls, leads and deals, each partition by one of several threads. Of calls and leads most records are folded as they
 * are read from their bytes; what that way cannot prove valid goes the ordinary way and is counted or rejected there.
 */
final class BulkLoader {
    static final Set<String> TOPICS = Set.of(Topics.CALLS.name(), Topics.LEADS.name(), Topics.DEALS.name());

    private final FactBase facts;
    private final InputFold fold;
    private final long end;
    private final CallStore.Writer calls;
    private final LeadStore.Writer leads;
    private final FlatDecoder flatCalls;
    private final FlatDecoder flatLeads;
    private final FlatRecord call;
    private final FlatRecord lead;
    private final RecordDecoder<?, CallEvent> callDecoder;
    private final RecordDecoder<?, LeadEvent> leadDecoder;
    private final RecordDecoder<?, DealEvent> dealDecoder;
    private final Map<String, Long> currencies = new HashMap<>();
    private long callCount;
    private long leadCount;
    private long dealCount;

    private BulkLoader(SchemaRegistryClient registry, long end, InputFold fold) {
        this.facts = fold.facts();
        this.fold = fold;
        this.end = end;
        calls = facts.calls().writer();
        leads = facts.leads().writer();
        flatCalls = new FlatDecoder(Topics.CALLS, registry);
        flatLeads = new FlatDecoder(Topics.LEADS, registry);
        call = flatCalls.newRecord();
        lead = flatLeads.newRecord();
        callDecoder = RecordDecoder.calls(registry);
        leadDecoder = RecordDecoder.leads(registry);
        dealDecoder = RecordDecoder.deals(registry);
    }

    /** @param end facts recorded at this instant or later are left out, epoch milliseconds */
    static void load(
            TopicReader reader,
            SchemaRegistryClient registry,
            TopicReader.Extent extent,
            long end,
            InputFold fold,
            LoadedInput.Listener listener) {
        List<Map<TopicPartition, Long>> parts = divide(extent);
        Workers.run(Math.max(1, parts.size()), worker -> {
            BulkLoader loader = new BulkLoader(registry, end, fold);
            if (!parts.isEmpty()) {
                reader.readInPlace(parts.get(worker), listener, loader::record);
            }
            loader.finish();
        });
    }

    /** Gives every partition to the thread that has the least to read, the largest ones first. */
    private static List<Map<TopicPartition, Long>> divide(TopicReader.Extent extent) {
        Map<TopicPartition, Long> ends = extent.endsOf(TOPICS::contains);
        // While one waits for the cluster another one reads.
        int threads = Math.min(ends.size(), 2 * Workers.available());
        List<Map<TopicPartition, Long>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(new HashMap<>());
        }
        ends.keySet().stream()
                .sorted(Comparator.comparingLong((TopicPartition partition) -> -extent.offsets(partition))
                        .thenComparing(TopicPartition::toString))
                .forEach(partition -> parts.stream()
                        .min(Comparator.comparingLong(part -> part.keySet().stream()
                                .mapToLong(extent::offsets)
                                .sum()))
                        .orElseThrow()
                        .put(partition, ends.get(partition)));
        return parts;
    }

    private void record(ConsumerRecord<Void, ByteBuffer> record) {
        boolean early = record.timestamp() < end;
        if (record.topic().equals(Topics.CALLS.name())) {
            callCount++;
            if (!early || !flatCalls.read(record.value(), call) || !calls.add(call)) {
                ordinary(callDecoder, record, calls::add);
            }
        } else if (record.topic().equals(Topics.LEADS.name())) {
            leadCount++;
            if (!early || !flatLeads.read(record.value(), lead) || !leads.add(lead)) {
                ordinary(leadDecoder, record, leads::add);
            }
        } else {
            dealCount++;
            ordinary(dealDecoder, record, this::deal);
        }
    }

    private void deal(DealEvent deal) {
        facts.deals().add(deal);
        if (deal.currency() != null) {
            currencies.merge(deal.currency(), 1L, Long::sum);
        }
    }

    private <E extends EntityEvent> void ordinary(
            RecordDecoder<?, E> decoder, ConsumerRecord<Void, ByteBuffer> record, Consumer<E> use) {
        Decoded<E> decoded = decoder.decode(Utils.toNullableArray(record.value()));
        if (decoded.isFailure()) {
            reject(List.of(RecordChecks.undecodable(decoded.failure(), TopicLoader.place(record))));
        } else if (record.timestamp() < end) {
            if (EventValidator.validate(decoded.event()).isEmpty()) {
                use.accept(decoded.event());
            } else {
                reject(RecordChecks.of(decoded.event(), TopicLoader.place(record)));
            }
        }
    }

    private void reject(List<RejectedRecord> records) {
        synchronized (fold) {
            records.forEach(fold::reject);
        }
    }

    private void count(String topic, long records) {
        if (records > 0) {
            fold.count(topic, records);
        }
    }

    private void finish() {
        synchronized (fold) {
            count(Topics.CALLS.name(), callCount);
            count(Topics.LEADS.name(), leadCount);
            count(Topics.DEALS.name(), dealCount);
            currencies.forEach(fold::countDeals);
        }
    }
}
