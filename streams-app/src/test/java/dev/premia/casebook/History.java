package dev.premia.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small random history of a sales department, decided by a seed alone: people who move, deals that are amended, split,
 * reassigned, paid in several currencies, refunded, held, deleted and come back, stale and conflicting revisions, leads, calls with
 * several legs, targets, days, {@linkplain RandomFacts everything else that is recorded}, and plans of which some are late or change
 * inside a window.
 */
final class History {
    private static final int STEPS = 100;
    static final List<String> MANAGERS = List.of("m1", "m2", "m3", "m4");
    private static final List<String> TEAMS = List.of("t1", "t2", "t3");
    private static final List<String> CUSTOMERS = List.of("c1", "c2", "c3");
    private static final List<String> AMOUNTS =
            List.of("0", "0.01", "0.05", "333.33", "999.99", "1000", "1000.01", "2500", "12345.67");
    private static final List<String> PAID = List.of("0.01", "111.11", "500", "1000", "12345.67");
    private static final List<String> FREED = List.of("0.333", "0.5", "1");
    private static final List<String> SHARES = List.of("0.5 0.5", "0.3 0.7", "0.333333333 0.666666667", "1 0");

    /** Instants around the edges of days, months and quarters in the zones of the plans. */
    static final List<String> INSTANTS = List.of(
            "2026-08-25",
            "2026-08-31T20:59:59.999Z",
            "2026-08-31T21:00:00Z",
            "2026-08-31T21:30:00Z",
            "2026-09-10",
            "2026-09-15",
            "2026-09-30T20:59:59Z",
            "2026-09-30T21:00:00Z",
            "2026-09-30T22:00:00Z",
            "2026-10-05",
            "2026-10-15",
            "2026-10-16",
            "2026-10-25T00:30:00Z",
            "2026-10-31T21:30:00Z",
            "2026-11-03");

    static final List<String> DAYS = List.of(
            "2026-08-01",
            "2026-08-31",
            "2026-09-01",
            "2026-09-14",
            "2026-09-30",
            "2026-10-01",
            "2026-10-15",
            "2026-10-16",
            "2026-11-01");

    private static final List<String> COMPONENTS = List.of(
            "rate: 5%, of: revenue",
            "rate: 3%, of: revenue, when: \"lead_conversion > 20%\"",
            "rate: 2%, of: revenue, when: \"growth(average_deal) >= 10%\"",
            "rate: 2%, of: revenue, when: \"growth(revenue) >= 10%\"",
            "rate: 1%, of: repeat_revenue",
            "pay: 300, per: new_customers",
            "pay: 50, per: won_deals, where: \"amount >= 1000\"",
            "rate: 4%, of: revenue, where: \"has(tags, 'focus')\"",
            "pay: 11, per: repeat_deals, where: \"segment = '' and not has(tags, 'focus')\"",
            "pay: 7, per: active_customers",
            "pay: 3, per: calls",
            "pay: 2, per: missed_calls",
            "pay: 5, per: leads_processed",
            "pay: 10, when: \"open_deals > 0\"",
            "pay: 20, when: \"customer_base_coverage >= 50%\"",
            "pay: 30, when: \"deal_cycle_days_median <= 20\"",
            "pay: 40, when: \"previous(won_deals) > won_deals\"",
            "rate: 5%, of: \"max(0, revenue - target(revenue))\"",
            "pay: 60, when: \"attainment(team(revenue)) >= 100%\"",
            "rate: 1%, of: team(revenue), when: \"company(won_deals) > 1\"",
            "pay: 13, when: \"team(active_customers) >= 2\"",
            "pay: 17, when: \"growth(company(average_deal)) > 0\"",
            "pay: 19, when: \"team(staff_turnover) <= 20%\"",
            "pay: 23, when: \"growth(company(average_headcount)) > 0\"",
            "rate: 1%, of: \"revenue_per_manager + team(revenue_per_manager)\"",
            "pay: 29, per: \"company(leavers) + staff_turnover\"",
            "of: revenue, tiers: { mode: graduated, steps: [{ to: 1000, rate: 5% }, { rate: 7% }] }, cap: 150",
            "of: revenue, tiers: { mode: slab, bounds: upper_inclusive, steps: [{ to: 1000, rate: 5% }, { rate: 7% }] }",
            "of: revenue, tiers: { mode: per_deal, bounds: lower_inclusive,"
                    + " steps: [{ from: 0, rate: 10% }, { from: 1000, rate: 15% }] }",
            "of: revenue, tiers: { mode: graduated, over: deal, round: per_deal,"
                    + " steps: [{ to: 1000, rate: 10% }, { rate: 20% }] }",
            "rate: 5%, of: revenue, pay_on: payment",
            "pay: 50, per: won_deals, pay_on: { booking: 40%, payment: 60% }, cap: 120",
            "rate: 5%, of: \"max(0, revenue - target(revenue))\", hold: { days: 20 }",
            "rate: 4%, of: repeat_revenue, hold: { until: release }",
            "rate: 3%, of: revenue, when: \"growth(revenue) >= 10%\", pay_on: payment",
            "of: revenue, refunds: original, pay_on: payment,"
                    + " tiers: { mode: graduated, steps: [{ to: 1000, rate: 5% }, { rate: 7% }] }",
            "of: revenue, refunds: original, where: \"has(tags, 'focus')\","
                    + " tiers: { mode: per_deal, bounds: lower_inclusive, steps: [{ to: 1000, rate: 10% }, { rate: 15% }] }",
            "of: revenue, hold: { until: paid }, cap: 90,"
                    + " tiers: { mode: slab, bounds: upper_inclusive, steps: [{ to: 1000, rate: 5% }, { rate: 7% }] }",
            "target_bonus: 1000, scorecard: [{ kpi: revenue, weight: 60%, curve: [[50%, 0%], [150%, 150%]] },"
                    + " { kpi: calls, weight: 40%, curve: [[0%, 0%], [200%, 200%]] }]");

    private final Random random;
    private final Story story;
    /** Draws the plans; null for plans from the list of components. */
    private final RandomPlan plans;

    private final RandomFacts facts;
    private int decisions;

    private History(long seed, boolean randomPlans) {
        random = new Random(seed);
        story = Story.story();
        facts = new RandomFacts(random, story);
        plans = randomPlans ? new RandomPlan(random) : null;
    }

    /** The history of a seed. */
    static Story of(long seed) {
        return new History(seed, false).tell();
    }

    /** The history of a seed under plans drawn from the grammar. */
    static Story withRandomPlans(long seed) {
        return new History(seed, true).tell();
    }

    private Story tell() {
        List<Runnable> open = new ArrayList<>(List.of(
                () -> plan("alpha", 1, "2026-01-01", "Europe/Moscow", "month"),
                () -> plan("beta", 1, "2026-09-01", "Europe/Kaliningrad", one(List.of("week", "month", "quarter")))));
        if (random.nextBoolean()) {
            open.add(() -> plan("alpha", 2, one(DAYS), "Europe/Moscow", "month"));
        }
        MANAGERS.subList(0, 3).forEach(manager -> open.add(() -> manager(manager)));
        TEAMS.forEach(team -> open.add(() -> team(team)));
        int left = STEPS;
        while (left > 0) {
            int batch = 1 + random.nextInt(6);
            left -= batch;
            story.together(records -> {
                for (int i = 0; i < batch; i++) {
                    step(open);
                }
            });
        }
        story.together(records -> open.forEach(Runnable::run));
        return story;
    }

    private void step(List<Runnable> open) {
        switch (random.nextInt(21)) {
            case 0, 1 -> {
                if (open.isEmpty()) {
                    manager(one(MANAGERS.subList(0, 3)));
                } else {
                    open.remove(random.nextInt(open.size())).run();
                }
            }
            case 2, 3, 4, 5, 6 -> deal("d" + random.nextInt(8));
            case 7 ->
                story.refund("r" + random.nextInt(3), "d" + random.nextInt(4), one(AMOUNTS), currency(), one(INSTANTS));
            case 13 ->
                story.payment("p" + random.nextInt(6), "d" + random.nextInt(5), one(PAID), currency(), one(INSTANTS));
            case 14 -> story.bounce("b" + random.nextInt(2), "d" + random.nextInt(5), one(PAID), one(INSTANTS));
            case 8, 9 -> lead("l" + random.nextInt(5));
            case 10 -> call("k" + random.nextInt(5));
            case 11 -> story.customer(one(CUSTOMERS), one(MANAGERS), one(DAYS));
            case 12 -> target();
            case 15 -> rare();
            default -> facts.next();
        }
    }

    private void rare() {
        switch (random.nextInt(6)) {
            case 4 -> story.hold("h" + decisions++, "d" + random.nextInt(5), one(DAYS));
            case 5 -> story.release("f" + decisions++, "d" + random.nextInt(5), one(DAYS), one(FREED));
            case 0 -> story.day(one(DAYS));
            case 1 -> team(one(TEAMS));
            case 2 -> story.refundDeleted("r" + random.nextInt(3), "d" + random.nextInt(4), "1", one(INSTANTS));
            default -> manager(one(MANAGERS.subList(0, 3)));
        }
    }

    private void plan(String id, int version, String from, String zone, String period) {
        if (plans != null) {
            story.planFile(plans.document(id, version, from, zone, period));
            return;
        }
        StringBuilder text = new StringBuilder("plan: " + id + "\nversion: " + version + "\nvalid_from: " + from
                + "\ncurrency: RUB\ntimezone: " + zone + "\nperiod: " + period + "\n");
        if (random.nextInt(5) == 0) {
            text.append("applies_to: { roles: [hunter] }\n");
        }
        if (random.nextInt(6) == 0) {
            text.append("shadow: true\n");
        }
        text.append("targets: { revenue: 1500, calls: 2 }\n");
        if (random.nextInt(3) == 0) {
            text.append("caps: { total: 700 }\n");
        }
        if (random.nextInt(3) == 0) {
            text.append("after_exit: stop\n");
        }
        text.append("components:\n");
        text.append("  - { id: volume, rate: 100%, of: revenue }\n");
        int first = random.nextInt(3);
        for (int i = 0; i < 5; i++) {
            String window = random.nextInt(5) == 0 ? "window: quarter, " : "";
            text.append("  - { id: c")
                    .append(first + i)
                    .append(", ")
                    .append(window)
                    .append(one(COMPONENTS))
                    .append(" }\n");
        }
        story.planFile(text.toString());
    }

    private void manager(String id) {
        story.manager(id, manager -> {
            if (random.nextInt(3) == 0) {
                manager.unassigned();
            }
            String from = random.nextBoolean() ? null : one(DAYS);
            manager.assigned(from, null, random.nextInt(4) == 0 ? null : one(TEAMS), one(List.of("hunter", "farmer")));
            manager.hired(random.nextInt(8) == 0 ? one(DAYS) : null);
            if (random.nextInt(3) == 0) {
                manager.coefficient("grade", random.nextBoolean() ? null : one(DAYS), one(List.of("0.9", "1.25")));
                manager.salary("60000");
            }
            manager.left(random.nextInt(8) == 0 ? one(DAYS) : null);
        });
    }

    private void team(String id) {
        story.team(id, team -> {
            if (random.nextBoolean()) {
                team.head(one(MANAGERS));
            }
            if (random.nextBoolean()) {
                team.under(random.nextBoolean() ? null : one(DAYS), one(TEAMS));
            }
            if (random.nextInt(8) == 0) {
                team.delete();
            }
        });
    }

    private void deal(String id) {
        story.deal(id, deal -> {
            deal.created(one(INSTANTS)).owner(random.nextInt(8) == 0 ? null : one(MANAGERS));
            switch (random.nextInt(6)) {
                case 0 -> deal.amount(one(AMOUNTS)).open();
                case 1 -> deal.amount(one(AMOUNTS)).lost(one(INSTANTS));
                default -> deal.won(one(INSTANTS), one(AMOUNTS));
            }
            deal.customer(random.nextInt(4) == 0 ? null : one(CUSTOMERS));
            deal.lead(random.nextInt(3) == 0 ? "l" + random.nextInt(3) : null);
            deal.tags(random.nextBoolean() ? new String[] {"focus"} : new String[0]);
            details(deal);
            split(deal);
            if (random.nextInt(9) == 0) {
                deal.delete();
            } else {
                deal.restore();
            }
            if (random.nextInt(5) == 0) {
                deal.revision(1 + random.nextInt(6)).changedAt(one(INSTANTS));
            }
        });
    }

    /** What plans ask about besides. */
    private void details(DealDraft deal) {
        deal.attribute("city", one(List.of("Perm", "Omsk")));
        deal.stage(one(List.of("new", "offer")));
        deal.lostBecause(one(List.of("price", "other")));
        deal.currency(currency());
        deal.campaign(random.nextInt(3) == 0 ? one(List.of("spring", "autumn")) : null);
        deal.segment(random.nextInt(3) == 0 ? "retail" : null);
        deal.renews(random.nextInt(5) == 0 ? "k" + (1 + random.nextInt(3)) : null);
        if (random.nextInt(3) == 0) {
            deal.costs(one(AMOUNTS), random.nextBoolean() ? "10.5" : null, random.nextBoolean() ? "1" : null);
        } else {
            deal.costs(null, null, null);
        }
        deal.withoutLines();
        for (int i = random.nextInt(3); i > 0; i--) {
            String[] tags = random.nextInt(3) == 0 ? new String[] {one(List.of("focus", "promo"))} : new String[0];
            deal.line(one(List.of("p1", "p2")), one(List.of("1", "2.5")), one(AMOUNTS), tags);
        }
    }

    private String currency() {
        return random.nextInt(5) == 0 ? one(List.of("USD", "EUR")) : "RUB";
    }

    private void split(DealDraft deal) {
        deal.unsplit();
        int kind = random.nextInt(6);
        if (kind == 0) {
            String[] shares = one(SHARES).split(" ", -1);
            deal.split("m1", shares[0], "m2", shares[1]);
        } else if (kind == 1) {
            deal.weights("m1", "1", "m3", "1", "m4", "1");
        }
        if (kind != 1 && random.nextInt(5) == 0) {
            deal.overlay(one(MANAGERS), "0.15");
        }
    }

    private void lead(String id) {
        story.lead(id, lead -> {
            lead.owner(random.nextInt(8) == 0 ? null : one(MANAGERS)).created(one(INSTANTS));
            if (random.nextBoolean()) {
                lead.touched(one(INSTANTS)).qualified(one(INSTANTS)).converted(one(INSTANTS));
            } else {
                lead.notConverted();
            }
            if (random.nextInt(6) == 0) {
                lead.revision(1 + random.nextInt(3));
            }
            if (random.nextInt(10) == 0) {
                lead.delete();
            }
        });
    }

    private void call(String id) {
        story.call(id, call -> {
            call.at(one(INSTANTS)).leg(1 + random.nextInt(3), random.nextInt(3) == 0 ? null : "v" + random.nextInt(2));
            switch (random.nextInt(4)) {
                case 0 -> call.ofTeam(one(TEAMS));
                case 1 -> call.ofTeam(null);
                default -> call.of(one(MANAGERS));
            }
            if (random.nextInt(3) == 0) {
                call.outbound();
            } else {
                call.inbound();
            }
            if (random.nextBoolean()) {
                call.answered(random.nextInt(30), random.nextInt(300));
            } else {
                call.missed();
            }
            if (random.nextInt(10) == 0) {
                call.internal();
            }
            if (random.nextInt(10) == 0) {
                call.delete();
            }
        });
    }

    private void target() {
        String subject = random.nextInt(3) == 0 ? one(List.of("team:t1", "team:t2", "company")) : one(MANAGERS);
        String window = one(List.of("2026-09", "2026-10", "2026-Q3", "2026-Q4", "week 2026-09-28"));
        String value = random.nextInt(7) == 0 ? null : one(List.of("0", "500", "1000.005", "3000"));
        story.target("g" + random.nextInt(6), subject, random.nextInt(4) == 0 ? "calls" : "revenue", window, value);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
