package dev.premia.topology;

import dev.premia.codec.state.CustomerAnswerCodec;
import dev.premia.codec.state.CustomerStandingCodec;
import dev.premia.codec.state.DayCellsCodec;
import dev.premia.codec.state.DealCreditCodec;
import dev.premia.codec.state.DealFactCodec;
import dev.premia.codec.state.FrozenStatementCodec;
import dev.premia.codec.state.LatestFactCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.codec.state.TargetRecordCodec;
import dev.premia.topology.message.MessageFormats;
import dev.premia.topology.message.ReturnedFormats;
import dev.premia.topology.state.CallerState;
import dev.premia.topology.state.CellRow;
import dev.premia.topology.state.ConversationRow;
import dev.premia.topology.state.CustomerState;
import dev.premia.topology.state.LeadState;
import dev.premia.topology.state.LedgerRow;
import dev.premia.topology.state.ManagerEventState;
import dev.premia.topology.state.PackedEntities;
import dev.premia.topology.state.PendingSubject;
import dev.premia.topology.state.Rescan;
import dev.premia.topology.state.StateSerde;
import dev.premia.topology.state.SubjectMeta;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * How every store is built. Stores that grow with the number of entities may live in RocksDB; those that are small, or are
 * emptied at every flush, live on the heap behind a write cache, so that their changelogs get one record per key and commit.
 */
final class Stores {
    private final boolean entitiesInMemory;

    Stores(boolean entitiesInMemory) {
        this.entitiesInMemory = entitiesInMemory;
    }

    List<StoreBuilder<?>> plans() {
        return List.of(small(Names.PUBLISHED_PLANS, Serdes.String(), Serdes.String()));
    }

    List<StoreBuilder<?>> control() {
        return List.of(small(Names.DECIDED, Serdes.String(), Serdes.String()));
    }

    List<StoreBuilder<?>> deals() {
        return List.of(
                entity(Names.DEALS.deals(), Serdes.String(), DealFactCodec.FORMAT),
                references(Names.DEALS.references()),
                entity(Names.DEALS.dependencies(), Serdes.Bytes(), Serdes.ByteArray()),
                small(Names.DEALS.rescans(), Serdes.String(), StateSerde.of(Rescan.FORMAT)));
    }

    List<StoreBuilder<?>> payments() {
        return List.of(entity(Names.PAYMENTS, Serdes.String(), LatestFactCodec.PAYMENT));
    }

    List<StoreBuilder<?>> leads() {
        return List.of(
                entity(Names.LEADS, Serdes.String(), LeadState.FORMAT),
                small(Names.LEAD_DEFINITIONS, Serdes.Integer(), Serdes.String()));
    }

    List<StoreBuilder<?>> calls() {
        return List.of(
                packed(Names.CALLS.conversations()),
                PackedEntities.builder(Names.CALLS.index(), ConversationRow.FORMAT),
                small(Names.CALLS.flushes(), Serdes.Integer(), Serdes.Long()),
                small(Names.CALLS.definitions(), Serdes.Integer(), Serdes.String()));
    }

    List<StoreBuilder<?>> travelledLegs() {
        return List.of(
                packed(Names.TRAVELLED_LEGS.travelled()),
                PackedEntities.builder(Names.TRAVELLED_LEGS.travelledIndex(), LatestFactCodec.CALL));
    }

    List<StoreBuilder<?>> managerEvents() {
        return List.of(
                entity(Names.MANAGER_EVENTS.events(), Serdes.String(), ManagerEventState.FORMAT),
                small(Names.MANAGER_EVENTS.definitions(), Serdes.Integer(), Serdes.String()));
    }

    List<StoreBuilder<?>> targets() {
        return List.of(entity(Names.TARGETS, Serdes.String(), LatestFactCodec.TARGET));
    }

    List<StoreBuilder<?>> customers() {
        return List.of(
                entity(Names.CUSTOMERS.purchases(), Serdes.Bytes(), CustomerState.PURCHASE),
                entity(Names.CUSTOMERS.closedAt(), Serdes.Bytes(), Serdes.Long()),
                entity(Names.CUSTOMERS.answers(), Serdes.Bytes(), CustomerAnswerCodec.FORMAT),
                entity(Names.CUSTOMERS.customers(), Serdes.String(), CustomerState.FORMAT),
                small(Names.CUSTOMERS.cursors(), Serdes.String(), Serdes.String()),
                references(Names.CUSTOMERS.references()));
    }

    List<StoreBuilder<?>> callbacks() {
        return List.of(
                entity(Names.CALLBACKS.callers(), Serdes.String(), CallerState.FORMAT),
                small(Names.CALLBACKS.definitions(), Serdes.Integer(), Serdes.String()));
    }

    List<StoreBuilder<?>> managers() {
        return List.of(
                entity(Names.MANAGERS.credits(), Serdes.Bytes(), DealCreditCodec.FORMAT),
                entity(Names.MANAGERS.wonCredits(), Serdes.Bytes(), DealCreditCodec.FORMAT),
                entity(Names.MANAGERS.payments(), Serdes.Bytes(), Serdes.Integer()),
                entity(Names.MANAGERS.standings(), Serdes.Bytes(), CustomerStandingCodec.FORMAT),
                small(Names.MANAGERS.cells(), Serdes.Bytes(), StateSerde.of(CellRow.FORMAT)),
                small(Names.MANAGERS.groupCells(), Serdes.Bytes(), StateSerde.of(DayCellsCodec.FORMAT)),
                small(Names.MANAGERS.targets(), Serdes.Bytes(), StateSerde.of(TargetRecordCodec.FORMAT)),
                small(Names.MANAGERS.ledger(), Serdes.Bytes(), StateSerde.of(LedgerRow.FORMAT)),
                small(Names.MANAGERS.subjects(), Serdes.String(), StateSerde.of(SubjectMeta.FORMAT)),
                small(Names.MANAGERS.pending(), Serdes.String(), StateSerde.of(PendingSubject.FORMAT)),
                references(Names.MANAGERS.references()),
                small(Names.MANAGERS.published(), Serdes.String(), Serdes.String()),
                small(Names.MANAGERS.entries(), Serdes.String(), StateSerde.of(ReturnedFormats.PEER)),
                small(Names.MANAGERS.entriesSent(), Serdes.String(), StateSerde.of(ReturnedFormats.PEER)),
                small(Names.MANAGERS.frozen(), Serdes.Bytes(), StateSerde.of(FrozenStatementCodec.FORMAT)));
    }

    List<StoreBuilder<?>> groups() {
        return List.of(
                small(Names.GROUPS.cells(), Serdes.Bytes(), StateSerde.of(DayCellsCodec.FORMAT)),
                small(Names.GROUPS.returned(), Serdes.Bytes(), StateSerde.of(DayCellsCodec.FORMAT)),
                small(Names.GROUPS.pending(), Serdes.String(), StateSerde.of(PendingSubject.FORMAT)),
                small(Names.GROUPS.known(), Serdes.String(), Serdes.Integer()),
                references(Names.GROUPS.references()),
                small(Names.GROUPS.published(), Serdes.String(), Serdes.String()));
    }

    private StoreBuilder<?> references(String name) {
        return small(name, Serdes.String(), StateSerde.of(MessageFormats.REFERENCE));
    }

    private <K, V> StoreBuilder<?> entity(String name, Serde<K> keys, StateFormat<V> format) {
        return entity(name, keys, StateSerde.of(format));
    }

    private <K, V> StoreBuilder<?> entity(String name, Serde<K> keys, Serde<V> values) {
        // Entities come back rarely: a write cache in front of them would be filled for nothing.
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(entities(name), keys, values);
    }

    /** Records of many entities, of which the newest changes with every new entity: the cache lets it pass once a commit. */
    private StoreBuilder<?> packed(String name) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        entities(name), Serdes.Integer(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    private KeyValueBytesStoreSupplier entities(String name) {
        return entitiesInMemory
                ? org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name)
                : org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name);
    }

    private static <K, V> StoreBuilder<?> small(String name, Serde<K> keys, Serde<V> values) {
        KeyValueBytesStoreSupplier supplier = org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name);
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(supplier, keys, values)
                .withCachingEnabled();
    }
}
