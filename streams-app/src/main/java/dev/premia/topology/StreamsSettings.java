package dev.premia.topology;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What an operator decides about the stream.
 *
 * @param partitions partitions of the keyed topics; it cannot change without a new application and a replay
 * @param zone the organisation's zone, for KPIs that no plan reads
 * @param currency the organisation's currency, for the same
 * @param flushInterval how long changes are gathered before they are evaluated and sent on
 * @param stateInMemory whether entity state lives on the heap instead of RocksDB
 */
public record StreamsSettings(
        int partitions, ZoneId zone, String currency, Duration flushInterval, boolean stateInMemory) {

    public static StreamsSettings defaults() {
        return new StreamsSettings(4, ZoneId.of("Europe/Moscow"), "RUB", Duration.ofMillis(100), false);
    }

    public StreamsSettings withPartitions(int count) {
        return new StreamsSettings(count, zone, currency, flushInterval, stateInMemory);
    }

    public StreamsSettings withOrganisation(ZoneId newZone, String newCurrency) {
        return new StreamsSettings(partitions, newZone, newCurrency, flushInterval, stateInMemory);
    }
}
