package dev.premia.simulator;

/** A person of the sales department and what makes this person different. Days are indexes of {@link WorkingDays}. */
final class Seller {

    /** What a person is hired for. */
    enum Role {
        HUNTER("hunter"),
        FARMER("farmer"),
        HEAD("head");

        final String title;

        Role(String title) {
            this.title = title;
        }
    }

    static final int NEVER = Integer.MAX_VALUE;

    final int number;
    final String id;
    final Role role;
    /** Chance to win a qualified deal. */
    final double winRate;
    /** Size of this person's deals, where 1 is usual. */
    final double dealSize;
    /** How much of the department's work this person takes, where 1 is usual. */
    final double diligence;

    int team;
    int teamBefore;
    int hiredOn = -1;
    int leftAfter = NEVER;
    int changesTeamOn = NEVER;

    Seller(int number, int team, Role role, Dice dice) {
        this.number = number;
        this.team = team;
        this.role = role;
        teamBefore = team;
        id = Ids.manager(number);
        winRate = 0.28 + 0.3 * (dice.unit() + dice.unit()) / 2;
        dealSize = 0.6 + 0.4 * (dice.unit() + dice.unit());
        diligence = (role == Role.HEAD ? 0.35 : 1) * (0.6 + 0.4 * (dice.unit() + dice.unit()));
    }

    boolean worksOn(int day) {
        return day >= hiredOn && day <= leftAfter;
    }
}
