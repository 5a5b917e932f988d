package dev.premia.simulator;

import dev.premia.simulator.Seller.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Who works in the department on a day, and who takes a lead, a customer or a call. The people are fixed when the
 * simulation begins; hiring, leaving and changes of team come on their days.
 */
final class Roster {
    private static final int TEAMS_PER_REGION = 4;
    private static final int SMALLEST_TEAM = 5;
    private static final int LARGEST_TEAM = 8;
    private static final int FEWEST_FOR_CHANGES = 6;

    private final List<Seller> sellers = new ArrayList<>();
    private final List<Seller> heads = new ArrayList<>();
    private final Shift hunters = new Shift();
    private final Shift farmers = new Shift();
    private final Shift everybody = new Shift();
    private int today = -1;

    /** People at work today, drawn by diligence. */
    private static final class Shift {
        private Seller[] people = {};
        private double[] cumulative = {};

        void set(List<Seller> present) {
            people = present.toArray(Seller[]::new);
            cumulative = new double[people.length];
            double sum = 0;
            for (int i = 0; i < people.length; i++) {
                sum += people[i].diligence;
                cumulative[i] = sum;
            }
        }

        Seller draw(Dice dice) {
            return people[dice.index(cumulative)];
        }
    }

    Roster(SimulationOptions options, WorkingDays days, int lengthInDays) {
        int head = options.headCount();
        Dice plan = Dice.of(options.seed(), Dice.Of.TEAM, 0);
        int team = 0;
        int free = 0;
        for (int number = 1; number <= head; number++) {
            boolean leads = free == 0;
            if (leads) {
                team++;
                int left = head - number + 1;
                free = left < 2 * SMALLEST_TEAM ? left : Math.min(plan.between(SMALLEST_TEAM, LARGEST_TEAM), left);
            }
            free--;
            hire(options, number, team, leads);
        }
        if (head >= FEWEST_FOR_CHANGES) {
            planChanges(plan, days, lengthInDays);
        }
        openDay(0);
    }

    private void hire(SimulationOptions options, int number, int team, boolean leads) {
        Dice dice = Dice.of(options.seed(), Dice.Of.PERSON, number);
        Role role = leads ? Role.HEAD : number % 3 == 0 ? Role.FARMER : Role.HUNTER;
        Seller seller = new Seller(number, team, role, dice);
        sellers.add(seller);
        if (leads) {
            heads.add(seller);
        }
    }

    private void planChanges(Dice plan, WorkingDays days, int lengthInDays) {
        int changes = Math.max(1, sellers.size() / 16);
        int number = 0;
        for (int i = 0; i < sellers.size(); i++) {
            Seller seller = sellers.get(sellers.size() - 1 - i);
            if (seller.role == Role.HEAD || number >= 3 * changes) {
                continue;
            }
            int day =
                    days.workingFrom(plan.between(lengthInDays / 5, Math.max(lengthInDays / 5, lengthInDays * 4 / 5)));
            switch (number++ % 3) {
                case 0 -> seller.hiredOn = day;
                case 1 -> changeTeam(seller, day);
                default -> seller.leftAfter = day;
            }
        }
    }

    private void changeTeam(Seller seller, int day) {
        if (heads.size() > 1) {
            seller.changesTeamOn = day;
            seller.team = seller.team % heads.size() + 1;
        }
    }

    /** Calls the people of a day to work. */
    void openDay(int day) {
        if (today >= 0 && sellers.stream().noneMatch(seller -> seller.hiredOn == day || seller.leftAfter == day - 1)) {
            today = day;
            return;
        }
        today = day;
        List<Seller> present =
                sellers.stream().filter(seller -> seller.worksOn(day)).toList();
        everybody.set(present);
        hunters.set(orAll(present, Role.FARMER));
        farmers.set(orAll(present, Role.HUNTER));
    }

    /** Those who are not of the other role; everybody where nobody is left. */
    private static List<Seller> orAll(List<Seller> present, Role other) {
        List<Seller> chosen =
                present.stream().filter(seller -> seller.role != other).toList();
        return chosen.isEmpty() ? present : chosen;
    }

    Seller hunter(Dice dice) {
        return hunters.draw(dice);
    }

    Seller farmer(Dice dice) {
        return farmers.draw(dice);
    }

    Seller anybody(Dice dice) {
        return everybody.draw(dice);
    }

    /** Somebody who works today and is not {@code seller}, except in a department of one. */
    Seller colleague(Seller seller, Dice dice) {
        for (int attempt = 0; attempt < 8; attempt++) {
            Seller other = everybody.draw(dice);
            if (other != seller) {
                return other;
            }
        }
        return everybody.people[seller == everybody.people[0] ? everybody.people.length - 1 : 0];
    }

    /** {@code seller}, or who takes over when that person has left. */
    Seller present(Seller seller, Dice dice) {
        return seller.worksOn(today) ? seller : everybody.draw(dice);
    }

    Seller seller(int number) {
        return sellers.get(number - 1);
    }

    List<Seller> sellers() {
        return sellers;
    }

    Seller head(int team) {
        return heads.get(team - 1);
    }

    int teams() {
        return heads.size();
    }

    int regions() {
        return (heads.size() + TEAMS_PER_REGION - 1) / TEAMS_PER_REGION;
    }

    static int regionOf(int team) {
        return (team - 1) / TEAMS_PER_REGION + 1;
    }
}
