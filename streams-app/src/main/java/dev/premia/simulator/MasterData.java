package dev.premia.simulator;

import dev.premia.schemas.Assignment;
import dev.premia.schemas.Calendar;
import dev.premia.schemas.CalendarDay;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Product;
import dev.premia.schemas.Spend;
import dev.premia.schemas.Team;
import dev.premia.schemas.TeamParent;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulationOptions.Profile;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Publishes people, teams, products, the calendar and spending: most of it on the first morning, the rest on its day. */
final class MasterData {
    private static final int CUSTOMERS_OF_A_MANAGER = 20;
    private static final int FEWEST_FOR_LATECOMERS = 6;

    private final Department department;
    private final Targets targets;
    private long spendLines;

    MasterData(Department department) {
        this.department = department;
        targets = new Targets(department);
    }

    /** What is known before the first day begins. */
    void publishFirstMorning() {
        long at = department.days.start(0) + 6 * WorkingDays.HOUR;
        calendar(at);
        for (int region = 1; region <= department.roster.regions(); region++) {
            int firstTeam = (region - 1) * 4 + 1;
            team(Ids.region(region), Names.region(region), department.roster.head(firstTeam), List.of(), at);
        }
        for (int team = 1; team <= department.roster.teams(); team++) {
            TeamParent parent = new TeamParent(null, Ids.region(Roster.regionOf(team)));
            team(Ids.team(team), Names.team(team), department.roster.head(team), List.of(parent), at);
        }
        boolean latecomers = department.roster.sellers().size() >= FEWEST_FOR_LATECOMERS;
        for (Seller seller : department.roster.sellers()) {
            if (seller.hiredOn < 0) {
                boolean late = latecomers && seller.number % 20 == 4;
                manager(seller, 0, late ? at + 12 * WorkingDays.DAY : at);
            }
        }
        if (department.options.profile() != Profile.CALLS_ONLY) {
            products(at);
            customers(at);
        }
    }

    /** What becomes known on a day. */
    void openDay(int day) {
        long morning = department.days.start(day) + 8 * WorkingDays.HOUR;
        for (Seller seller : department.roster.sellers()) {
            if (seller.hiredOn == day) {
                // The people department is slower than the work: every other record comes after the first deals.
                manager(seller, day, seller.number % 2 == 0 ? morning : morning + 5 * WorkingDays.DAY);
            } else if (seller.changesTeamOn == day || seller.leftAfter == day) {
                manager(seller, day, morning);
            }
        }
        targets.openDay(day, morning);
        if (department.options.profile() == Profile.DEPARTMENT
                && department.days.date(day).getDayOfWeek() == DayOfWeek.MONDAY) {
            spending(day, morning);
        }
    }

    private void manager(Seller seller, int day, long at) {
        Dice dice = department.dice(Dice.Of.PERSON, seller.number);
        LocalDate hired = seller.hiredOn < 0
                ? department.options.from().minusDays(100 + 37L * (seller.number % 50))
                : department.days.date(seller.hiredOn);
        List<Assignment> assignments = new ArrayList<>(2);
        if (seller.changesTeamOn <= day) {
            LocalDate change = department.days.date(seller.changesTeamOn);
            assignments.add(new Assignment(hired, change.minusDays(1), Ids.team(seller.teamBefore), seller.role.title));
            assignments.add(new Assignment(change, null, Ids.team(seller.team), seller.role.title));
        } else {
            assignments.add(new Assignment(hired, null, Ids.team(seller.teamBefore), seller.role.title));
        }
        boolean first = day == 0 || seller.hiredOn == day;
        long revision = first ? 1 : seller.leftAfter == day ? 3 : 2;
        long base = (seller.role == Seller.Role.HEAD ? 120_000 : 60_000) * 100L;
        Manager manager = new Manager(
                seller.id,
                revision,
                Ids.CRM,
                false,
                Instant.ofEpochMilli(at),
                Names.person(dice),
                assignments,
                hired,
                seller.leftAfter == day ? department.days.date(day) : null,
                "main",
                Ids.id("", 1_000 + seller.number, 5),
                Money.of(base),
                Money.CURRENCY,
                List.of(),
                Map.of());
        department.noise.deliver(Topics.MANAGERS, seller.id, manager, at);
    }

    private void team(String id, String name, Seller head, List<TeamParent> parents, long at) {
        Team team = new Team(
                id,
                1L,
                Ids.CRM,
                false,
                Instant.ofEpochMilli(at),
                name,
                head == null ? null : head.id,
                parents,
                Map.of());
        department.noise.deliver(Topics.TEAMS, id, team, at);
    }

    private void products(long at) {
        Instant said = Instant.ofEpochMilli(at);
        for (Product product : department.shelf.catalogue(department.options.from(), said)) {
            department.noise.deliver(Topics.PRODUCTS, product.getId(), product, at);
        }
    }

    private void customers(long at) {
        int each = (int) Math.max(2, Math.min(CUSTOMERS_OF_A_MANAGER, CUSTOMERS_OF_A_MANAGER * department.intensity()));
        for (Seller seller : department.roster.sellers()) {
            for (int i = 0; i < each; i++) {
                department.customers.enter(seller, at + WorkingDays.HOUR, false);
            }
        }
    }

    private void calendar(long at) {
        List<CalendarDay> special = new ArrayList<>();
        LocalDate last = department.options.until().plusMonths(3);
        for (LocalDate day = department.options.from(); day.isBefore(last); day = day.plusDays(1)) {
            if (Seasonality.isHoliday(day) && day.getDayOfWeek().getValue() < 6) {
                special.add(new CalendarDay(day, false));
            }
        }
        String id = Ids.CRM + "/calendar";
        Calendar calendar = new Calendar(
                id,
                1L,
                Ids.CRM,
                false,
                Instant.ofEpochMilli(at),
                "Производственный календарь",
                department.options.zone().getId(),
                special,
                Map.of());
        department.noise.deliver(Topics.CALENDARS, id, calendar, at);
    }

    private void spending(int day, long at) {
        for (int campaign = 1; campaign <= Funnel.campaigns(department.options); campaign++) {
            Dice dice = department.dice(Dice.Of.SPENDING, ++spendLines);
            String id = Ids.id(Ids.MARKETING + "/s-", spendLines, 5);
            BigDecimal amount = Money.of(100L * dice.between(20_000, 90_000));
            Spend spend = new Spend(
                    id,
                    1L,
                    Ids.MARKETING,
                    false,
                    Instant.ofEpochMilli(at),
                    Ids.campaign(campaign),
                    amount,
                    Money.CURRENCY,
                    department.days.date(day),
                    campaign % 2 == 0 ? "ads" : "site",
                    Map.of());
            department.noise.send(Topics.SPEND, id, spend, at, Noise.LAST);
        }
    }
}
