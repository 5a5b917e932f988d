package dev.premia.topology.ingest;

import dev.premia.codec.avro.RecordDecoder;
import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.schemas.Topics;
import dev.premia.topology.ingest.SourceProcessor.SourceKind;
import dev.premia.topology.message.CallSaid;
import dev.premia.topology.message.CustomerInput;
import dev.premia.topology.message.DealInput;
import dev.premia.topology.message.LeadInput;
import dev.premia.topology.message.ManagerEventSaid;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.PaymentSaid;
import dev.premia.topology.message.Reference;
import dev.premia.topology.message.TargetSaid;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/** The processors that stand behind each source topic. */
public final class Sources {
    private final SchemaRegistryClient registry;
    private final int partitions;

    public Sources(SchemaRegistryClient registry, int partitions) {
        this.registry = registry;
        this.partitions = partitions;
    }

    public ProcessorSupplier<byte[], byte[], String, Output> deals() {
        return source(RecordDecoder::deals, new SourceKind<DealEvent>("deal", true, true, DealInput.Said::new));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> leads() {
        return source(RecordDecoder::leads, new SourceKind<LeadEvent>("lead", true, true, LeadInput.Said::new));
    }

    /** Calls are too many to be named one by one: their entries name ranges of offsets. */
    public ProcessorSupplier<byte[], byte[], String, Output> calls() {
        return source(RecordDecoder::calls, new SourceKind<CallEvent>("call", false, true, CallSaid::new));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> payments() {
        return source(RecordDecoder::payments, new SourceKind<PaymentEvent>("payment", true, true, PaymentSaid::new));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> activities() {
        return source(RecordDecoder::activities, managerEvent("activity"));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> surveys() {
        return source(RecordDecoder::surveys, managerEvent("survey"));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> reviews() {
        return source(RecordDecoder::reviews, managerEvent("review"));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> spend() {
        return source(RecordDecoder::spend, managerEvent("spend"));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> worktime() {
        return source(RecordDecoder::worktime, managerEvent("worktime"));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> market() {
        return source(RecordDecoder::market, managerEvent("market"));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> contracts() {
        return source(RecordDecoder::contracts, managerEvent("contract"));
    }

    private static SourceKind<ManagerEvent> managerEvent(String type) {
        return new SourceKind<>(type, true, true, ManagerEventSaid::new);
    }

    public ProcessorSupplier<byte[], byte[], String, Output> managers() {
        return source(
                RecordDecoder::managers, new SourceKind<ManagerRecord>("manager", true, false, Reference.Manager::new));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> teams() {
        return source(RecordDecoder::teams, new SourceKind<TeamRecord>("team", true, false, Reference.Team::new));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> calendars() {
        return source(
                RecordDecoder::calendars,
                new SourceKind<CalendarRecord>("calendar", true, false, Reference.Calendar::new));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> rates() {
        return source(
                RecordDecoder::rates, new SourceKind<FxRateRecord>("fx_rate", true, false, Reference.FxRate::new));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> products() {
        return source(
                RecordDecoder::products, new SourceKind<ProductRecord>("product", true, false, Reference.Product::new));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> customers() {
        return source(
                RecordDecoder::customers,
                new SourceKind<CustomerRecord>("customer", true, false, CustomerInput.Said::new));
    }

    public ProcessorSupplier<byte[], byte[], String, Output> targets() {
        return source(RecordDecoder::targets, new SourceKind<TargetRecord>("target", true, false, TargetSaid::new));
    }

    /**
     * @param storeName where the versions that were published are remembered
     */
    public ProcessorSupplier<byte[], byte[], String, Output> plans(String storeName) {
        return () -> new PlanProcessor(() -> RecordDecoder.of(Topics.PLANS, Function.identity(), registry), storeName);
    }

    /**
     * @param storeName where what was decided is remembered
     */
    public ProcessorSupplier<byte[], byte[], String, Output> control(String storeName) {
        return () ->
                new ControlProcessor(() -> RecordDecoder.of(Topics.CONTROL, Function.identity(), registry), storeName);
    }

    private <E extends EntityEvent> ProcessorSupplier<byte[], byte[], String, Output> source(
            Function<SchemaRegistryClient, RecordDecoder<?, E>> decoder, SourceKind<E> kind) {
        return () -> new SourceProcessor<>(() -> decoder.apply(registry), kind, partitions);
    }
}
