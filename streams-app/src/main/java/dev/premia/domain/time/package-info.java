/** Calendar windows: half-open ranges of whole days that tile the time line, in whatever zone the reader of a KPI declares. */
package dev.premia.domain.time;
