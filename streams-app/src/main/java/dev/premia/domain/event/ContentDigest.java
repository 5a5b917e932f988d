package dev.premia.domain.event;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first 128 bits of the SHA-256 of an event's canonical bytes, compared as unsigned numbers. Canonical bytes do not
 * depend on how the event was carried (Avro, JSON, CSV): fields in a fixed order, each with its length, decimals without
 * trailing zeros, instants in milliseconds, maps sorted by key.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
public record ContentDigest(long high, long low) implements Comparable<ContentDigest> {

    /** The digest of everything an event says except its revision, which orders but does not describe. */
    public static ContentDigest of(EntityEvent event) {
        CanonicalBytes bytes = new CanonicalBytes();
        bytes.header(event.header());
        if (event instanceof DealEvent deal) {
            bytes.deal(deal);
        } else if (event instanceof LeadEvent lead) {
            bytes.lead(lead);
        } else if (event instanceof CallEvent call) {
            bytes.call(call);
        } else if (event instanceof PaymentEvent payment) {
            bytes.payment(payment);
        } else if (event instanceof ActivityEvent activity) {
            bytes.activity(activity);
        } else if (event instanceof SurveyEvent survey) {
            bytes.survey(survey);
        } else if (event instanceof ReviewEvent review) {
            bytes.review(review);
        } else if (event instanceof SpendEvent spend) {
            bytes.spend(spend);
        } else if (event instanceof WorktimeEvent worktime) {
            bytes.worktime(worktime);
        } else if (event instanceof MarketEvent market) {
            bytes.market(market);
        } else if (event instanceof ContractEvent contract) {
            bytes.contract(contract);
        } else if (event instanceof TargetRecord target) {
            bytes.target(target);
        } else if (event instanceof ManagerRecord manager) {
            bytes.manager(manager);
        } else if (event instanceof CalendarRecord calendar) {
            bytes.calendar(calendar);
        } else if (event instanceof FxRateRecord rate) {
            bytes.rate(rate);
        } else {
            // Teams, customers and products hold texts and dates only: their own text form is canonical.
            bytes.text(event.toString());
        }
        return bytes.digest();
    }

    @Override
    public int compareTo(ContentDigest other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    private static final class CanonicalBytes {
        private ByteBuffer buffer = ByteBuffer.allocate(512);

        void header(Header header) {
            text(header.id());
            instant(header.changedAt());
            flag(header.deleted());
            text(header.source());
        }

        void deal(DealEvent deal) {
            text(deal.pipeline());
            text(deal.stage());
            text(deal.status() == null ? null : deal.status().name());
            decimal(deal.amount());
            text(deal.currency());
            decimal(deal.cost());
            decimal(deal.expenses());
            decimal(deal.tax());
            instant(deal.createdAt());
            instant(deal.closedAt());
            text(deal.owner());
            number(deal.credits().size());
            for (CreditShare credit : deal.credits()) {
                text(credit.manager());
                decimal(credit.share());
                number(credit.weight() == null ? -1 : credit.weight());
                flag(credit.overlay());
            }
            text(deal.customer());
            text(deal.lead());
            text(deal.campaign());
            text(deal.segment());
            text(deal.contractRenewal());
            text(deal.lostReason());
            number(deal.tags().size());
            deal.tags().forEach(this::text);
            number(deal.lines().size());
            for (DealLine line : deal.lines()) {
                text(line.product());
                decimal(line.quantity());
                decimal(line.price());
                decimal(line.cost());
                if (!line.tags().isEmpty()) {
                    number(line.tags().size());
                    line.tags().forEach(this::text);
                }
            }
            map(deal.attributes());
        }

        void lead(LeadEvent lead) {
            text(lead.status());
            text(lead.owner());
            instant(lead.createdAt());
            instant(lead.firstTouchAt());
            instant(lead.qualifiedAt());
            instant(lead.convertedAt());
            instant(lead.closedAt());
            text(lead.channel());
            text(lead.campaign());
            text(lead.segment());
            text(lead.customer());
            text(lead.deal());
            map(lead.attributes());
        }

        void call(CallEvent call) {
            instant(call.startedAt());
            text(call.direction() == null ? null : call.direction().name());
            text(call.result() == null ? null : call.result().name());
            text(call.manager());
            text(call.team());
            text(call.customer());
            text(call.phoneHash());
            number(call.waitSeconds());
            number(call.talkSeconds());
            number(call.leg());
            text(call.linkedCall());
            flag(call.internal());
            text(call.recording());
        }

        void spend(SpendEvent spend) {
            text(spend.campaign());
            decimal(spend.amount());
            text(spend.currency());
            text(String.valueOf(spend.spentOn()));
            text(spend.channel());
            map(spend.attributes());
        }

        void worktime(WorktimeEvent worktime) {
            text(worktime.manager());
            text(String.valueOf(worktime.day()));
            decimal(worktime.hours());
            map(worktime.attributes());
        }

        void market(MarketEvent market) {
            text(String.valueOf(market.window()));
            text(market.segment());
            decimal(market.amount());
            text(market.currency());
            map(market.attributes());
        }

        void contract(ContractEvent contract) {
            text(contract.customer());
            text(contract.manager());
            decimal(contract.value());
            text(contract.currency());
            text(String.valueOf(contract.startsOn()));
            text(String.valueOf(contract.expiresOn()));
            map(contract.attributes());
        }

        void target(TargetRecord target) {
            text(target.subjectType() == null ? null : target.subjectType().name());
            text(target.subject());
            text(target.kpi());
            text(
                    target.window() == null
                            ? null
                            : target.window().kind().name() + target.window().start());
            decimal(target.value());
        }

        void manager(ManagerRecord manager) {
            text(manager.name());
            number(manager.assignments().size());
            manager.assignments().forEach(assignment -> text(assignment.toString()));
            text(String.valueOf(manager.hiredOn()));
            text(String.valueOf(manager.leftOn()));
            text(manager.organisation());
            text(manager.employeeNumber());
            decimal(manager.baseSalary());
            text(manager.currency());
            number(manager.coefficients().size());
            for (ManagerRecord.Coefficient coefficient : manager.coefficients()) {
                text(String.valueOf(coefficient.from()));
                text(coefficient.name());
                decimal(coefficient.value());
            }
        }

        void calendar(CalendarRecord calendar) {
            text(calendar.name());
            text(calendar.zone());
            number(calendar.days().exceptions().size());
            new TreeMap<>(calendar.days().exceptions()).forEach((day, working) -> {
                number(day.toEpochDay());
                flag(working);
            });
        }

        void rate(FxRateRecord rate) {
            text(rate.base());
            text(rate.quote());
            text(String.valueOf(rate.date()));
            decimal(rate.rate());
            number(rate.units());
        }

        void payment(PaymentEvent payment) {
            text(payment.deal());
            text(payment.kind() == null ? null : payment.kind().name());
            decimal(payment.amount());
            text(payment.currency());
            instant(payment.paidAt());
            text(payment.manager());
            text(payment.customer());
        }

        void activity(ActivityEvent activity) {
            text(activity.kind() == null ? null : activity.kind().name());
            text(activity.status());
            text(activity.manager());
            text(activity.customer());
            text(activity.deal());
            text(activity.lead());
            instant(activity.createdAt());
            instant(activity.plannedAt());
            instant(activity.dueAt());
            instant(activity.heldAt());
            text(activity.result());
            map(activity.attributes());
        }

        void survey(SurveyEvent survey) {
            text(survey.kind() == null ? null : survey.kind().name());
            decimal(survey.score());
            instant(survey.answeredAt());
            text(survey.manager());
            text(survey.customer());
            text(survey.deal());
            text(survey.call());
            map(survey.attributes());
        }

        void review(ReviewEvent review) {
            instant(review.reviewedAt());
            text(review.manager());
            text(review.reviewer());
            text(review.checklist());
            text(review.entity());
            flag(review.call());
            number(review.items().size());
            for (ReviewEvent.Item item : review.items()) {
                text(item.criterion());
                decimal(item.weight());
                text(String.valueOf(item.passed()));
            }
            map(review.attributes());
        }

        void text(String text) {
            if (text == null) {
                number(-1);
                return;
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            room(bytes.length);
            buffer.put(bytes);
        }

        private void decimal(BigDecimal decimal) {
            text(decimal == null ? null : decimal.stripTrailingZeros().toPlainString());
        }

        private void instant(Instant instant) {
            number(instant == null ? Long.MIN_VALUE : instant.toEpochMilli());
        }

        private void flag(boolean flag) {
            room(1);
            buffer.put((byte) (flag ? 1 : 0));
        }

        private void number(long number) {
            room(Long.BYTES);
            buffer.putLong(number);
        }

        private void map(Map<String, String> map) {
            number(map.size());
            if (!map.isEmpty()) {
                new TreeMap<>(map).forEach((key, value) -> {
                    text(key);
                    text(value);
                });
            }
        }

        private void room(int bytes) {
            if (buffer.remaining() < bytes) {
                ByteBuffer larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
                buffer.flip();
                buffer = larger.put(buffer);
            }
        }

        ContentDigest digest() {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update(buffer.array(), 0, buffer.position());
                ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
                return new ContentDigest(hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
