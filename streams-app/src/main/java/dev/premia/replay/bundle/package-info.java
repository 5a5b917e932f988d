/** A file that holds what one manager's statement of one month was computed from, to compute it again elsewhere. */
package dev.premia.replay.bundle;
