package dev.premia.simulator;

import dev.premia.schemas.Deal;
import dev.premia.schemas.DealCredit;
import dev.premia.schemas.DealStatus;
import dev.premia.schemas.PaymentKind;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The life of one deal along its script. Keeps what the next revision needs and nothing that can be derived. */
final class DealJourney extends Journey {
    private static final String[] STAGES = {"new", "qualification", "proposal", "negotiation", "contract"};
    private static final String[] REASONS = {"price", "competitor", "no_budget", "no_answer", "postponed", "not_needed"
    };
    private static final LogNormal SIZES = new LogNormal(18_000_000, 0.8);
    private static final double SHARE_WON_AT_MONTH_END = 0.3;
    private static final int TWIN_PART = 3;

    private final Department department;
    private final Dice dice;
    private final long number;
    private final long customer;
    private final DealOrigin origin;
    private final byte[] script;
    private final long createdAt;
    private final double size;
    private int next;
    private int revision;
    private Seller owner;
    private DealStatus status = DealStatus.open;
    private int stage;
    private long lines;
    private int discount;
    private long mergedMinor;
    private long closedAt;
    private String lostReason;
    private List<DealCredit> credits = List.of();
    private long twin;
    private long paidMinor;
    private long lastPaymentMinor;
    private long refundedMinor;

    DealJourney(Department department, Seller owner, long customer, DealOrigin origin, long createdAt) {
        this.department = department;
        this.owner = owner;
        this.customer = customer;
        this.origin = origin;
        this.createdAt = createdAt;
        number = department.nextDeal();
        dice = department.dice(Dice.Of.DEAL, number);
        script = DealScript.draw(dice, owner.winRate + (origin.lead() == 0 ? 0.2 : 0));
        size = SIZES.draw(dice) * owner.dealSize * department.customers.size(customer);
        lines = dice.bits();
    }

    /** Makes the appointment for the opening. */
    void open() {
        department.agenda.add(this, createdAt);
    }

    /** Joins a deal that was opened before the period, somewhere between its opening and its outcome. */
    void resume(long at) {
        next = script.length > 2 ? dice.between(1, Math.min(3, script.length - 1)) : script.length - 1;
        stage = Math.min(next, 1);
        revision = next;
        department.agenda.add(this, at);
    }

    String id() {
        return Ids.deal(number);
    }

    @Override
    void step() {
        long at = at();
        DealAction action = DealAction.of(script[next++]);
        boolean last = next == script.length;
        DealAction following = last ? action : DealAction.of(script[next]);
        long then = last ? Noise.LAST : when(following, at);
        Seller before = owner;
        owner = department.roster.present(owner, dice);
        act(action, at);
        if (action.revisesDeal() || owner != before) {
            publish(at, !last && following.revisesDeal() ? then : Noise.LAST, action == DealAction.DELETE);
        }
        if (!last) {
            department.agenda.add(this, then);
        }
    }

    private long when(DealAction following, long at) {
        long then = department.days.workAt(at + following.gap(dice), dice);
        boolean hurries = following == DealAction.WIN && dice.chance(SHARE_WON_AT_MONTH_END);
        return hurries ? department.days.monthEnd(then, dice) : then;
    }

    private void act(DealAction action, long at) {
        switch (action) {
            case OPEN -> ring(at);
            case ADVANCE -> {
                stage = Math.min(stage + 1, STAGES.length - 1);
                ring(at);
            }
            case AMEND -> amend();
            case AMEND_WON -> discount = Math.min(30, discount + dice.between(1, 6));
            case REASSIGN, REASSIGN_WON -> owner = department.roster.colleague(owner, dice);
            case SHARE -> credits = Credits.draw(department.roster, owner, dice);
            case WIN -> close(DealStatus.won, at);
            case LOSE -> close(DealStatus.lost, at);
            case REOPEN -> reopen();
            case MOVE_CLOSE -> closedAt -= dice.between(5, 35) * WorkingDays.DAY;
            case TWIN -> publishTwin(at, false);
            case MERGE -> merge(at);
            case PAY -> pay(at);
            case BOUNCE -> bounce(at);
            case REFUND_PART -> refund(amountMinor() * dice.between(10, 40) / 100, at);
            case REFUND_FULL -> refund(amountMinor() - refundedMinor, at);
            case SURVEY -> department.cashier.ask(owner, id(), Ids.customer(customer), at, dice);
            case DELETE, RESTORE -> {
                // said by the revision itself
            }
        }
    }

    private void ring(long at) {
        department.traffic.around(owner, customer, at, dice);
    }

    private void amend() {
        if (dice.chance(0.5)) {
            lines = dice.bits();
        } else {
            discount = dice.between(3, 12);
        }
    }

    private void close(DealStatus outcome, long at) {
        status = outcome;
        closedAt = at - dice.below(2 * WorkingDays.HOUR);
        lostReason = outcome == DealStatus.lost ? dice.of(REASONS) : null;
        ring(at);
    }

    private void reopen() {
        status = DealStatus.open;
        stage = STAGES.length - 2;
        closedAt = 0;
    }

    private void merge(long at) {
        publishTwin(at, true);
        mergedMinor = twinMinor();
    }

    private void pay(long at) {
        long due = amountMinor() - paidMinor;
        boolean more = next < script.length && script[next] == DealAction.PAY.code();
        long part = more ? due / 2 : due;
        if (part > 0) {
            paidMinor += part;
            lastPaymentMinor = part;
            book(PaymentKind.payment, part, at);
        }
    }

    private void bounce(long at) {
        if (lastPaymentMinor > 0) {
            paidMinor -= lastPaymentMinor;
            book(PaymentKind.bounce, lastPaymentMinor, at);
            lastPaymentMinor = 0;
        }
    }

    private void refund(long minor, long at) {
        if (minor > 0 && status == DealStatus.won) {
            refundedMinor += minor;
            book(PaymentKind.refund, minor, at);
        }
    }

    private void book(PaymentKind kind, long minor, long at) {
        department.cashier.book(kind, id(), Ids.customer(customer), minor, at);
    }

    private long amountMinor() {
        long total = department.shelf.total(lines, size);
        return total - total * discount / 100 + mergedMinor;
    }

    private void publish(long at, long following, boolean deleted) {
        revision++;
        String id = id();
        Deal deal = deleted ? deletion(id, revision, at, Map.of()) : revision(id, at);
        department.noise.send(Topics.DEALS, id, deal, at, following);
    }

    private Deal revision(String id, long at) {
        long amount = amountMinor();
        boolean closed = status != DealStatus.open;
        return new Deal(
                id,
                (long) revision,
                Ids.CRM,
                false,
                Instant.ofEpochMilli(at),
                "b2b",
                closed ? status.name() : STAGES[stage],
                status,
                Money.of(amount),
                Money.CURRENCY,
                number % 20 == 0 ? null : Money.of(department.shelf.cost(lines, size)),
                null,
                Money.of(amount / 6),
                Instant.ofEpochMilli(createdAt),
                closed ? Instant.ofEpochMilli(closedAt) : null,
                owner.id,
                credits,
                Ids.customer(customer),
                origin.lead() == 0 ? null : Ids.lead(origin.lead()),
                origin.campaign(),
                department.customers.segment(customer),
                origin.renewal() ? Ids.contract(customer) : null,
                lostReason,
                number % 11 == 0 ? List.of("strategic") : List.of(),
                department.shelf.lines(lines, size),
                Map.of());
    }

    private static Deal deletion(String id, long revision, long at, Map<String, String> attributes) {
        return new Deal(
                id,
                revision,
                Ids.CRM,
                true,
                Instant.ofEpochMilli(at),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                attributes);
    }

    /** The same sale, entered a second time; later deleted in favour of this deal. */
    private void publishTwin(long at, boolean merged) {
        if (!merged) {
            twin = department.nextDeal();
        }
        String id = Ids.deal(twin);
        Deal deal;
        if (merged) {
            deal = deletion(id, 2, at, Map.of("merged_into", id()));
        } else {
            deal = Deal.newBuilder(revision(id, at))
                    .setRevision(1)
                    .setAmount(Money.of(twinMinor()))
                    .setCost(null)
                    .setTax(null)
                    .setCredits(List.of())
                    .setLines(List.of())
                    .build();
        }
        department.noise.send(Topics.DEALS, id, deal, at, Noise.LAST);
    }

    private long twinMinor() {
        return department.shelf.total(lines, size) / TWIN_PART;
    }
}
