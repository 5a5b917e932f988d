/**
 * The stream: wiring of the pure domain into Kafka Streams. Each stage is a sub-topology with one key. A processor reads
 * state, calls the domain, writes state and forwards; it decides nothing about money.
 *
 * <pre>
 * sources -&gt; facts (by entity) -&gt; customers (by customer) -&gt; managers (by manager) -&gt; ledger, KPIs
 *                  |________________________________________________^   |    ^
 *                                                                       v    |
 *                                                                      groups (team, company)
 * </pre>
 */
package dev.premia.topology;
