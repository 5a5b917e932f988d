/** The compatibility gate: no contract changes without a recorded version that all earlier ones understand. */
package dev.premia.schemas.history;
