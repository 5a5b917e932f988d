/** Publication of KPI values: only what changed, only for windows in use. */
package dev.premia.topology.kpis;
