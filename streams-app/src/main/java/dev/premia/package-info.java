/** Premia: explained, replayable sales bonuses from CRM and telephony events. */
package dev.premia;
