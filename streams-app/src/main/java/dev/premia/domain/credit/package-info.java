/** Credits: what a subject receives from one fact, and the day cells of measures that credits add up to. */
package dev.premia.domain.credit;
