/**
 * An invented B2B sales department that tells its life as canonical events, all of it drawn from one seed.
 *
 * <p><b>Who works there.</b> {@link dev.premia.simulator.Roster} hires hunters (who turn leads into customers), farmers
 * (who sell again to customers) and one head per team; teams of five to eight belong to regions. People differ in win
 * rate, size of deals and diligence. Now and then somebody joins in the middle of the period, leaves, or changes the
 * team. Each month brings a target for revenue, won deals and calls per manager.
 *
 * <p><b>When they work.</b> Monday to Friday from 9 to 18 in the zone of the options, with a dip at lunch, not on
 * Russian public holidays; little in January and August, much in December, at the ends of quarters and in the last days
 * of a month ({@link dev.premia.simulator.Seasonality}).
 *
 * <p><b>What they do.</b> {@link dev.premia.simulator.Funnel} brings leads by channel and campaign; each follows a
 * {@link dev.premia.simulator.LeadJourney} of first touch, qualification and conversion or refusal. A deal follows a
 * {@link dev.premia.simulator.DealScript}, drawn when it opens: stages, amendments, another owner before or after the
 * win, splits, win or loss, payments in parts, refunds, bounced payments, a moved closing date, a reopened win, a
 * deletion, a merged duplicate. {@link dev.premia.simulator.CallTraffic} rings around them: ring groups, transfers,
 * internal calls. {@link dev.premia.simulator.Diary} adds meetings, e-mails and tasks.
 *
 * <p><b>What goes wrong on the way.</b> {@link dev.premia.simulator.Noise} sends records twice, late, out of order, or
 * says something else under a revision that was already used; {@link dev.premia.simulator.Spoiler} adds invalid records
 * where the options ask for them. Some records of managers and customers arrive after the facts that name them.
 *
 * <p><b>How it is made.</b> Everything that will happen is an appointment in one agenda, ordered by time; the iterator
 * takes the next one and runs it. What is not begun yet takes no memory: arrivals are drawn a quarter of an hour at a
 * time, so the agenda holds open deals, open leads and running calls alone. Every person, lead, deal and conversation
 * draws from a generator of its own, derived from the seed and its number. No wall clock, no default zone and no order
 * of a hash map is read, and the same options give the same bytes on every machine.
 *
 * <p>The names are made of syllables and mean nobody; telephone numbers exist only as invented hashes.
 */
package dev.premia.simulator;
