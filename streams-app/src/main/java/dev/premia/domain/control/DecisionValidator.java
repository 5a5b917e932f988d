package dev.premia.domain.control;

import dev.premia.domain.event.Violation;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides whether a decision is valid, from the record alone. */
public final class DecisionValidator {
    private static final long LARGEST_MINOR = 1_000_000_000_000_000L;

    private final List<Violation> violations = new ArrayList<>(0);

    private DecisionValidator() {}

    /** The reasons why a decision is invalid; empty when it is valid. */
    public static List<Violation> validate(Decision decision) {
        DecisionValidator validator = new DecisionValidator();
        validator.required("id", decision.heading().id(), "a unique id of the decision");
        if (decision instanceof Decision.Adjustment adjustment) {
            validator.adjustment(adjustment);
        } else if (decision instanceof Decision.Hold hold) {
            validator.required("deal", hold.deal(), "the deal whose pay is withheld");
            validator.required("day", hold.from(), "the first day of effect");
        } else if (decision instanceof Decision.Release release) {
            validator.release(release);
        } else if (decision instanceof Decision.CreditTransfer transfer) {
            validator.creditTransfer(transfer);
        } else if (decision instanceof Decision.Dispute dispute) {
            validator.dispute(dispute);
        } else if (decision instanceof Decision.ContestResult result) {
            validator.contestResult(result);
        } else if (decision instanceof Decision.RestateRate rate) {
            validator.restateRate(rate);
        } else if (decision instanceof Decision.Close close) {
            validator.close(close);
        } else if (decision instanceof Decision.CloseResult result) {
            validator.closeResult(result.statement());
        } else if (decision instanceof Decision.CloseCompleted completed) {
            validator.required("posting_period", completed.period(), "the month, YYYY-MM");
            validator.required("digest", completed.digest(), "the digest of the period");
        }
        return validator.violations;
    }

    private void close(Decision.Close close) {
        required("posting_period", close.period(), "the month, YYYY-MM");
        required("cutoff", close.cutoff(), "the instant from which on records are left out");
        required("zone", close.zone(), "the time zone of the organisation, such as Europe/Moscow");
        required("author", close.heading().author(), "who closes");
    }

    private void closeResult(FrozenStatement statement) {
        required("posting_period", statement.period(), "the month, YYYY-MM");
        required("manager", statement.manager(), "whose statement it is");
        String digest = StatementDigest.of(String.valueOf(statement.manager()), statement.lines());
        if (!digest.equals(statement.digest())) {
            add("wrong_digest", "digest", String.valueOf(statement.digest()), digest + ", the digest of the lines");
        }
    }

    private void adjustment(Decision.Adjustment adjustment) {
        Decision.Heading heading = adjustment.heading();
        required("manager", adjustment.manager(), "the manager who is concerned");
        required("adjustment_type", adjustment.type(), "bonus, correction, disciplinary, grant, ...");
        required("posting_period", adjustment.period(), "the month, YYYY-MM");
        required("author", heading.author(), "who decided");
        required("reason", heading.reason(), "the reason in words for the payslip");
        amount(adjustment.minor());
        boolean points = Currencies.POINTS.equals(adjustment.unit());
        if (!points) {
            currency("currency", adjustment.unit());
            approval(heading);
        }
        if (adjustment.toManager() != null) {
            transfer(adjustment, points);
        }
        if (Decision.Adjustment.DISCIPLINARY.equals(adjustment.type())) {
            disciplinary(adjustment, points);
        }
    }

    private void amount(long minor) {
        if (minor == 0 || Math.abs(minor) > LARGEST_MINOR) {
            add(
                    "bad_amount",
                    "amount_minor",
                    String.valueOf(minor),
                    "an amount other than 0, at most " + LARGEST_MINOR);
        }
    }

    private void approval(Decision.Heading heading) {
        if (isBlank(heading.approver())) {
            add("not_approved", "approver", "nothing", "who approved, somebody other than the author");
        } else if (heading.approver().equals(heading.author())) {
            add("not_approved", "approver", "the author", "somebody other than the author");
        }
    }

    private void transfer(Decision.Adjustment transfer, boolean points) {
        if (!points) {
            add("transfer_of_money", "to_manager", "a transfer of money", "points; money is moved by two adjustments");
        }
        if (transfer.minor() < 0) {
            add("bad_amount", "amount_minor", "a negative transfer", "more than 0; to_manager receives it");
        }
        if (Objects.equals(transfer.manager(), transfer.toManager())) {
            add("transfer_to_self", "to_manager", "the same manager", "another manager");
        }
    }

    private void disciplinary(Decision.Adjustment reduction, boolean points) {
        required("document", reduction.heading().document(), "the id of the order behind the reduction");
        if (reduction.minor() > 0) {
            add("bad_amount", "amount_minor", "more than 0", "less than 0: a disciplinary adjustment reduces");
        }
        if (points) {
            add("disciplinary_points", "currency", Currencies.POINTS, "the currency of the bonus");
        }
    }

    private void release(Decision.Release release) {
        required("deal", release.deal(), "the deal whose pay is set free");
        required("day", release.from(), "the first day of effect");
        share(release.share());
    }

    private void creditTransfer(Decision.CreditTransfer transfer) {
        Decision.Heading heading = transfer.heading();
        required("deal", transfer.deal(), "the deal whose credit moves");
        required("manager", transfer.manager(), "the manager who gives");
        required("to_manager", transfer.toManager(), "the manager who receives");
        required("author", heading.author(), "who decided");
        required("reason", heading.reason(), "the reason in words");
        approval(heading);
        share(transfer.share());
        if (transfer.manager() != null && transfer.manager().equals(transfer.toManager())) {
            add("transfer_to_self", "to_manager", "the same manager", "another manager");
        }
    }

    private void dispute(Decision.Dispute dispute) {
        required("manager", dispute.manager(), "the manager whose entry is contested");
        required("author", dispute.heading().author(), "who contests the entry, or settles the dispute");
        required("reason", dispute.heading().reason(), "the reason in words");
        if (dispute.sequence() < 1) {
            add("bad_sequence", "sequence", String.valueOf(dispute.sequence()), "the number of an entry, from 1");
        }
        String resolution = dispute.resolution();
        if (dispute.settles()
                && !resolution.equals(Decision.Dispute.ACCEPTED)
                && !resolution.equals(Decision.Dispute.REJECTED)) {
            add("bad_resolution", "resolution", "'" + resolution + "'", "accepted or rejected; nothing to open it");
        }
    }

    private void share(BigDecimal share) {
        if (share == null || share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            String found = share == null ? "nothing" : share.toPlainString();
            add("bad_share", "share", found, "a fraction above 0 and at most 1");
        }
    }

    private void contestResult(Decision.ContestResult result) {
        required("plan", result.plan(), "the plan of the contest");
        required("component", result.component(), "the component of the contest");
        required("window_start", result.window(), "the kind and the first day of the contest's window");
        for (Decision.Place place : result.places()) {
            required("places.manager", place.manager(), "the manager");
            if (place.place() < 1) {
                add("bad_place", "places.place", String.valueOf(place.place()), "1 or more");
            }
            if (place.prizeMinor() < 0 || place.prizeMinor() > LARGEST_MINOR) {
                add("bad_amount", "places.prize_minor", String.valueOf(place.prizeMinor()), "0 to " + LARGEST_MINOR);
            }
        }
        long distinct =
                result.places().stream().map(Decision.Place::manager).distinct().count();
        if (distinct < result.places().size()) {
            add("repeated_place", "places.manager", "a manager with two places", "one place for each manager");
        }
    }

    private void restateRate(Decision.RestateRate rate) {
        currency("base", rate.base());
        currency("quote", rate.quote());
        required("day", rate.day(), "the day of the rate");
        if (rate.revision() < 1) {
            add("missing_revision", "rate_revision", "nothing", "the revision of the rate that is to rule");
        }
    }

    private void currency(String field, String code) {
        if (!Currencies.isKnown(code)) {
            add("unknown_currency", field, code == null ? "nothing" : code, "an ISO 4217 code such as RUB");
        }
    }

    private void required(String field, Object value, String expected) {
        if (value == null || (value instanceof String text && isBlank(text))) {
            add("missing_" + field.replace('.', '_'), field, "nothing", expected);
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private void add(String code, String field, String found, String expected) {
        violations.add(new Violation(code, field, found, expected));
    }
}
