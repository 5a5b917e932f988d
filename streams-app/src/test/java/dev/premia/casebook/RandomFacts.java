package dev.premia.casebook;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Draws the records of a history besides its deals, payments, leads, calls, people and plans: customers and products with
 * dated tags, exchange rates, calendars, work, surveys, reviews, spending, hours, markets, contracts, and decisions.
 */
final class RandomFacts {
    private static final List<String> MONTHS = List.of("2026-08-01", "2026-09-01", "2026-10-01");
    private static final List<String> CURRENCIES = List.of("RUB", "USD", "EUR");
    private static final List<String> TAGS = List.of("vip", "focus", "new", "promo", "seasonal");

    private final Random random;
    private final Story story;
    /** Of contests whose result was drawn: a second one would count or not by the order of arrival. */
    private final Set<String> decided = new HashSet<>();

    private int decisions;

    RandomFacts(Random random, Story story) {
        this.random = random;
        this.story = story;
    }

    /** Tells the story one more record. */
    void next() {
        switch (random.nextInt(16)) {
            case 0, 1 -> product();
            case 2, 3 -> rate();
            case 4, 5 -> customer();
            case 6, 7 -> activity();
            case 8 -> survey();
            case 9 -> review();
            case 10 -> spend();
            case 11 -> contract();
            case 12 -> worktime();
            case 13 -> market();
            case 14 -> calendar();
            default -> decision();
        }
    }

    private void product() {
        record("product", id("p", 3), "'category':'" + one("tools", "parts") + "','tags':[" + datedTags() + "]");
    }

    private void customer() {
        String owner = random.nextInt(4) == 0
                ? "'owner':null"
                : "'owner':'" + manager() + "','owner_since':" + either(null, History.DAYS);
        record("customer", id("c", 3), owner + ",'segment':'" + one("retail", "") + "','tags':[" + datedTags() + "]");
    }

    private String datedTags() {
        StringBuilder tags = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            String from = History.DAYS.get(random.nextInt(4));
            String until = History.DAYS.get(4 + random.nextInt(History.DAYS.size() - 4));
            tags.append(tags.isEmpty() ? "" : ",").append("{'tag':'" + one(TAGS) + "'");
            tags.append(random.nextBoolean() ? ",'from':'" + from + "'" : "");
            tags.append(random.nextBoolean() ? ",'until':'" + until + "'" : "").append("}");
        }
        return tags.toString();
    }

    private void rate() {
        boolean inverse = random.nextInt(4) == 0;
        String currency = one("USD", "EUR");
        record(
                "fx_rate",
                id("x", 8),
                "'base':'" + (inverse ? "RUB" : currency) + "','quote':'" + (inverse ? currency : "RUB") + "','date':'"
                        + one(History.DAYS) + "','rate':'"
                        + (inverse ? one("0.0111", "0.02") : one("90", "95.1234", "33.333333"))
                        + "','units':" + one("1", "1", "10"));
    }

    private void activity() {
        String planned = one(History.INSTANTS);
        record(
                "activity",
                id("a", 6),
                "'kind':'" + one("meeting", "trip", "email", "task", "project") + "','status':'" + one("held", "")
                        + "','manager':" + managerOrNobody() + ",'result':'" + one("signed", "none")
                        + "','created_at':" + at(one(History.INSTANTS)) + ",'planned_at':" + at(planned) + ",'due_at':"
                        + (random.nextBoolean() ? at(planned) : "null") + ",'held_at':"
                        + (random.nextInt(3) == 0 ? "null" : at(one(History.INSTANTS))));
    }

    private void survey() {
        record(
                "survey",
                id("s", 5),
                "'kind':'" + one("nps", "csat", "staff") + "','score':'" + one("0", "3", "4", "5", "9", "10")
                        + "','manager':" + managerOrNobody() + ",'customer':'" + id("c", 3) + "','answered_at':"
                        + at(one(History.INSTANTS)));
    }

    private void review() {
        record(
                "review",
                id("v", 4),
                "'entity_type':'" + one("call", "deal") + "','manager':" + managerOrNobody() + ",'reviewed_at':"
                        + at(one(History.INSTANTS)) + ",'items':[{'criterion':'greeting','weight':'2','passed':"
                        + random.nextBoolean() + "},{'criterion':'price','passed':" + random.nextBoolean() + "}]");
    }

    private void spend() {
        record(
                "spend",
                id("m", 4),
                "'campaign':'" + one("spring", "autumn") + "','amount':'" + one("100", "333.33", "0") + "','currency':'"
                        + one(CURRENCIES) + "','spent_on':'" + one(History.DAYS) + "'");
    }

    private void contract() {
        record(
                "contract",
                id("k", 3),
                "'manager':" + managerOrNobody() + ",'customer':'" + id("c", 3) + "','value':"
                        + one("null", "'500'", "'0.01'") + ",'currency':'" + one(CURRENCIES) + "','expires_on':"
                        + either(null, History.DAYS));
    }

    private void worktime() {
        record(
                "worktime",
                id("w", 5),
                "'manager':'" + manager() + "','day':'" + one(History.DAYS) + "','hours':'" + one("8", "7.5", "0")
                        + "'");
    }

    private void market() {
        record(
                "market",
                id("q", 4),
                "'window':'month','starts_on':'" + one(MONTHS) + "','segment':" + one("null", "'retail'")
                        + ",'amount':'" + one("100000", "0", "77.77") + "','currency':'" + one(CURRENCIES) + "'");
    }

    private void calendar() {
        StringBuilder days = new StringBuilder();
        for (String day : List.of("2026-09-14", "2026-09-15", "2026-10-16", "2026-10-17")) {
            days.append(days.isEmpty() ? "" : ",");
            days.append("{'date':'" + day + "','working':" + random.nextBoolean() + "}");
        }
        record("calendar", "cal", "'days':[" + days + "]");
    }

    private void decision() {
        switch (random.nextInt(6)) {
            case 0 -> restatedRate();
            case 1 -> contestResult();
            case 2, 3 -> creditTransfer();
            default -> adjustment();
        }
    }

    private void creditTransfer() {
        int giver = 1 + random.nextInt(3);
        int receiver = 1 + (giver + random.nextInt(2)) % 3;
        decide(
                "credit_transfer",
                "'deal':'crm/d" + random.nextInt(8) + "','manager':'crm/m" + giver + "','to_manager':'crm/m" + receiver
                        + "','share':" + one("null", "'0.5'", "'0.333333333'", "'0.07'") + ",'day':"
                        + one("null", "null", "'" + one(History.DAYS) + "'") + ",'approver':'director'");
    }

    private void restatedRate() {
        decide(
                "restate_rate",
                "'base':'" + one("USD", "EUR") + "','quote':'RUB','day':'" + one(History.DAYS) + "','rate_revision':"
                        + (1 + random.nextInt(4)));
    }

    private void contestResult() {
        String plan = one("alpha", "beta");
        String month = one(MONTHS);
        if (decided.add(plan + month)) {
            decide(
                    "contest_result",
                    "'plan':'" + plan + "','plan_version':1,'component':'" + RandomPlan.CONTEST
                            + "','window_kind':'month','window_start':'" + month
                            + "','places':[{'manager':'crm/m1','place':1,'value':'7','prize_minor':50000},"
                            + "{'manager':'crm/m3','place':2,'value':null,'prize_minor':" + one("0", "12345") + "}]");
        }
    }

    private void adjustment() {
        String period = one("2026-08", "2026-09", "2026-10");
        String what = one(
                "'adjustment_type':'bonus','amount_minor':12345,'currency':'RUB'",
                "'adjustment_type':'correction','amount_minor':-777,'currency':'USD'",
                "'adjustment_type':'disciplinary','amount_minor':-50000,'currency':'RUB','document':'order-1'",
                "'adjustment_type':'grant','amount_minor':10,'currency':'points'",
                "'adjustment_type':'transfer','amount_minor':3,'currency':'points','to_manager':'crm/m4'");
        decide(
                "adjustment",
                "'manager':'crm/m" + (1 + random.nextInt(3)) + "','posting_period':'" + period
                        + "','approver':'director'," + what);
    }

    private void decide(String kind, String fields) {
        String id = kind + "-" + decisions++;
        story.line("control", "'id':'" + id + "','kind':'" + kind + "','author':'head','reason':'because'," + fields);
    }

    /** The next revision of an entity, sometimes a late or a repeated one, sometimes its end. */
    private void record(String type, String id, String fields) {
        long next = story.nextRevision(type, id);
        long revision = random.nextInt(5) == 0 ? 1 + random.nextInt(4) : next;
        story.line(
                type,
                "'id':'" + id + "','revision':" + revision + ",'deleted':" + (random.nextInt(10) == 0) + "," + fields);
    }

    private String manager() {
        return one(History.MANAGERS);
    }

    private String managerOrNobody() {
        return random.nextInt(8) == 0 ? "null" : "'" + manager() + "'";
    }

    private String id(String prefix, int of) {
        return prefix + (1 + random.nextInt(of));
    }

    private static String at(String when) {
        return "'" + When.instant(when) + "'";
    }

    private String either(String nothing, List<String> of) {
        return random.nextBoolean() ? String.valueOf(nothing) : "'" + one(of) + "'";
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
