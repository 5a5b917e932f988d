package dev.premia.topology.message;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.CalendarRecordCodec;
import dev.premia.codec.state.CallEventCodec;
import dev.premia.codec.state.ContactCodec;
import dev.premia.codec.state.CustomerAnswerCodec;
import dev.premia.codec.state.CustomerRecordCodec;
import dev.premia.codec.state.CustomerStandingCodec;
import dev.premia.codec.state.DayCellsCodec;
import dev.premia.codec.state.DealCreditCodec;
import dev.premia.codec.state.DealEventCodec;
import dev.premia.codec.state.DecisionCodec;
import dev.premia.codec.state.FxRateRecordCodec;
import dev.premia.codec.state.LatestFactCodec;
import dev.premia.codec.state.LeadEventCodec;
import dev.premia.codec.state.ManagerEventCodec;
import dev.premia.codec.state.ManagerRecordCodec;
import dev.premia.codec.state.PaymentEventCodec;
import dev.premia.codec.state.ProductRecordCodec;
import dev.premia.codec.state.PurchaseCodec;
import dev.premia.codec.state.RevisionMarkCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.codec.state.StateFormatException;
import dev.premia.codec.state.TargetRecordCodec;
import dev.premia.codec.state.TeamRecordCodec;
import dev.premia.domain.ledger.Causes.EntityRevision;
import dev.premia.domain.ledger.Causes.OffsetRange;
import java.time.ZoneId;

/** The binary forms of messages: a format version, a tag, the fields. The numbers of tags never change. */
public final class MessageFormats {
    public static final StateFormat<DealInput> DEAL =
            StateFormat.of("message to a deal", MessageFormats::writeDeal, MessageFormats::readDeal);
    public static final StateFormat<LeadInput> LEAD =
            StateFormat.of("message to a lead", MessageFormats::writeLead, MessageFormats::readLead);
    public static final StateFormat<CallSaid> CALL = StateFormat.of(
            "call on its way home",
            (out, said) -> {
                CallEventCodec.FORMAT.write(out, said.call());
                writeCause(out, said.cause());
            },
            in -> new CallSaid(CallEventCodec.FORMAT.read(in), readCause(in)));
    public static final StateFormat<PaymentSaid> PAYMENT = StateFormat.of(
            "payment on its way home",
            (out, said) -> {
                PaymentEventCodec.FORMAT.write(out, said.payment());
                writeCause(out, said.cause());
            },
            in -> new PaymentSaid(PaymentEventCodec.FORMAT.read(in), readCause(in)));
    public static final StateFormat<ManagerEventSaid> MANAGER_EVENT = StateFormat.of(
            "event of a manager on its way home",
            (out, said) -> {
                ManagerEventCodec.FORMAT.write(out, said.event());
                writeCause(out, said.cause());
            },
            in -> new ManagerEventSaid(ManagerEventCodec.FORMAT.read(in), readCause(in)));
    public static final StateFormat<ContractRenewed> RENEWAL = StateFormat.of(
            "renewal of a contract",
            (out, renewed) -> {
                out.raw(renewed.won() ? 1 : 0);
                out.text(renewed.deal());
                writeCause(out, renewed.cause());
            },
            in -> {
                boolean won = in.raw() == 1;
                return new ContractRenewed(in.text(), won, readCause(in));
            });
    public static final StateFormat<LegInput> LEG =
            StateFormat.of("message to a conversation", MessageFormats::writeLeg, MessageFormats::readLeg);
    public static final StateFormat<CustomerInput> CUSTOMER =
            StateFormat.of("message to a customer", MessageFormats::writeCustomer, MessageFormats::readCustomer);
    public static final StateFormat<ManagerInput> MANAGER =
            StateFormat.of("message to a manager", MessageFormats::writeManager, MessageFormats::readManager);
    public static final StateFormat<GroupInput> GROUP =
            StateFormat.of("message to a group", MessageFormats::writeGroup, MessageFormats::readGroup);
    public static final StateFormat<Reference> REFERENCE =
            StateFormat.of("reference message", MessageFormats::writeReference, MessageFormats::readReference);
    public static final StateFormat<Cause> CAUSE =
            StateFormat.of("cause", MessageFormats::writeCause, MessageFormats::readCause);

    private MessageFormats() {}

    private static void writeCause(BinaryWriter out, Cause cause) {
        out.flags(1);
        boolean named = out.flag(cause.revision() != null);
        if (named) {
            out.text(cause.revision().type());
            out.text(cause.revision().id());
            out.signed(cause.revision().revision());
        }
        out.each(cause.ranges(), MessageFormats::writeRange);
        out.signed(cause.timestamp());
    }

    private static Cause readCause(BinaryReader in) {
        in.flags(1);
        EntityRevision revision = in.flag() ? new EntityRevision(in.text(), in.text(), in.signed()) : null;
        return new Cause(revision, in.list(MessageFormats::readRange), in.signed());
    }

    private static void writeRange(BinaryWriter out, OffsetRange range) {
        out.text(range.topic());
        out.unsigned(range.partition());
        out.unsigned(range.first());
        out.unsigned(range.last());
    }

    private static OffsetRange readRange(BinaryReader in) {
        return new OffsetRange(in.text(), (int) in.unsigned(), in.unsigned(), in.unsigned());
    }

    private static void writeDeal(BinaryWriter out, DealInput message) {
        if (message instanceof DealInput.Said said) {
            out.raw(1);
            DealEventCodec.FORMAT.write(out, said.event());
        } else if (message instanceof DealInput.PaymentSet set) {
            out.raw(2);
            PaymentEventCodec.FORMAT.write(out, set.payment());
        } else if (message instanceof DealInput.PaymentRemoved removed) {
            out.raw(3);
            out.text(removed.payment());
        }
        writeCause(out, message.cause());
    }

    private static DealInput readDeal(BinaryReader in) {
        return switch (in.raw()) {
            case 1 -> new DealInput.Said(DealEventCodec.FORMAT.read(in), readCause(in));
            case 2 -> new DealInput.PaymentSet(PaymentEventCodec.FORMAT.read(in), readCause(in));
            case 3 -> new DealInput.PaymentRemoved(in.text(), readCause(in));
            default -> throw unknownTag("message to a deal");
        };
    }

    private static void writeLead(BinaryWriter out, LeadInput message) {
        if (message instanceof LeadInput.Said said) {
            out.raw(1);
            LeadEventCodec.FORMAT.write(out, said.event());
        } else if (message instanceof LeadInput.DealOutcome outcome) {
            out.raw(outcome.won() ? 2 : 3);
            out.text(outcome.deal());
        }
        writeCause(out, message.cause());
    }

    private static LeadInput readLead(BinaryReader in) {
        int tag = in.raw();
        return switch (tag) {
            case 1 -> new LeadInput.Said(LeadEventCodec.FORMAT.read(in), readCause(in));
            case 2, 3 -> new LeadInput.DealOutcome(in.text(), tag == 2, readCause(in));
            default -> throw unknownTag("message to a lead");
        };
    }

    private static void writeLeg(BinaryWriter out, LegInput message) {
        if (message instanceof LegInput.Set set) {
            out.raw(1);
            LatestFactCodec.CALL.write(out, set.leg());
        } else if (message instanceof LegInput.Moved moved) {
            out.raw(2);
            out.text(moved.leg());
            RevisionMarkCodec.FORMAT.write(out, moved.mark());
        }
        writeCause(out, message.cause());
    }

    private static LegInput readLeg(BinaryReader in) {
        return switch (in.raw()) {
            case 1 -> new LegInput.Set(LatestFactCodec.CALL.read(in), readCause(in));
            case 2 -> new LegInput.Moved(in.text(), RevisionMarkCodec.FORMAT.read(in), readCause(in));
            default -> throw unknownTag("message to a conversation");
        };
    }

    private static void writeCustomer(BinaryWriter out, CustomerInput message) {
        if (message instanceof CustomerInput.Said said) {
            out.raw(1);
            CustomerRecordCodec.FORMAT.write(out, said.customer());
        } else if (message instanceof CustomerInput.PurchaseSet set) {
            out.raw(set.purchase() == null ? 3 : 2);
            out.text(set.deal());
            if (set.purchase() != null) {
                PurchaseCodec.FORMAT.write(out, set.purchase());
            }
        } else if (message instanceof CustomerInput.AnswerSet set) {
            out.raw(set.answer() == null ? 5 : 4);
            out.text(set.survey());
            if (set.answer() != null) {
                CustomerAnswerCodec.FORMAT.write(out, set.answer());
            }
        } else if (message instanceof CustomerInput.ContactSet set) {
            out.raw(set.contact() == null ? 7 : 6);
            out.text(set.conversation());
            if (set.contact() != null) {
                ContactCodec.FORMAT.write(out, set.contact());
            }
        }
        writeCause(out, message.cause());
    }

    private static CustomerInput readCustomer(BinaryReader in) {
        return switch (in.raw()) {
            case 1 -> new CustomerInput.Said(CustomerRecordCodec.FORMAT.read(in), readCause(in));
            case 2 -> new CustomerInput.PurchaseSet(in.text(), PurchaseCodec.FORMAT.read(in), readCause(in));
            case 3 -> new CustomerInput.PurchaseSet(in.text(), null, readCause(in));
            case 4 -> new CustomerInput.AnswerSet(in.text(), CustomerAnswerCodec.FORMAT.read(in), readCause(in));
            case 5 -> new CustomerInput.AnswerSet(in.text(), null, readCause(in));
            case 6 -> new CustomerInput.ContactSet(in.text(), ContactCodec.FORMAT.read(in), readCause(in));
            case 7 -> new CustomerInput.ContactSet(in.text(), null, readCause(in));
            default -> throw unknownTag("message to a customer");
        };
    }

    private static void writeManager(BinaryWriter out, ManagerInput message) {
        if (message instanceof ManagerInput.CreditSet set) {
            out.raw(set.credit() == null ? 2 : 1);
            out.text(set.creditKey());
            if (set.credit() != null) {
                DealCreditCodec.FORMAT.write(out, set.credit());
            }
        } else if (message instanceof ManagerInput.StandingSet set) {
            out.raw(3);
            out.text(set.deal());
            out.text(set.customer());
            CustomerStandingCodec.write(out, set.standing());
        } else if (message instanceof ManagerInput.CellsAdded added) {
            out.raw(4);
            out.each(added.days(), MessageFormats::writeDay);
        } else if (message instanceof ManagerInput.TargetSet set) {
            out.raw(set.value() == null ? 6 : 5);
            out.text(set.target());
            if (set.value() != null) {
                TargetRecordCodec.FORMAT.write(out, set.value());
            }
        } else if (message instanceof ManagerInput.Known) {
            out.raw(7);
        }
        writeCause(out, message.cause());
    }

    private static ManagerInput readManager(BinaryReader in) {
        return switch (in.raw()) {
            case 1 -> new ManagerInput.CreditSet(in.text(), DealCreditCodec.FORMAT.read(in), readCause(in));
            case 2 -> new ManagerInput.CreditSet(in.text(), null, readCause(in));
            case 3 -> new ManagerInput.StandingSet(in.text(), in.text(), CustomerStandingCodec.read(in), readCause(in));
            case 4 -> new ManagerInput.CellsAdded(in.list(MessageFormats::readDay), readCause(in));
            case 5 -> new ManagerInput.TargetSet(in.text(), TargetRecordCodec.FORMAT.read(in), readCause(in));
            case 6 -> new ManagerInput.TargetSet(in.text(), null, readCause(in));
            case 7 -> new ManagerInput.Known(readCause(in));
            default -> throw unknownTag("message to a manager");
        };
    }

    private static void writeDay(BinaryWriter out, ManagerInput.CellsOfDay day) {
        out.text(day.zone().getId());
        out.signed(day.day());
        DayCellsCodec.FORMAT.write(out, day.cells());
    }

    private static ManagerInput.CellsOfDay readDay(BinaryReader in) {
        return new ManagerInput.CellsOfDay(ZoneId.of(in.text()), in.signedInt(), DayCellsCodec.FORMAT.read(in));
    }

    private static void writeGroup(BinaryWriter out, GroupInput message) {
        out.text(message.zone().getId());
        out.signed(message.day());
        DayCellsCodec.FORMAT.write(out, message.cells());
        writeCause(out, message.cause());
    }

    private static GroupInput readGroup(BinaryReader in) {
        return new GroupInput(ZoneId.of(in.text()), in.signedInt(), DayCellsCodec.FORMAT.read(in), readCause(in));
    }

    private static void writeReference(BinaryWriter out, Reference message) {
        if (message instanceof Reference.Manager manager) {
            out.raw(1);
            ManagerRecordCodec.FORMAT.write(out, manager.manager());
        } else if (message instanceof Reference.Team team) {
            out.raw(2);
            TeamRecordCodec.FORMAT.write(out, team.team());
        } else if (message instanceof Reference.GroupTarget target) {
            out.raw(target.value() == null ? 4 : 3);
            out.text(target.target());
            if (target.value() != null) {
                TargetRecordCodec.FORMAT.write(out, target.value());
            }
        } else if (message instanceof Reference.Plan plan) {
            out.raw(plan.shadow() ? 6 : 5);
            out.text(plan.plan());
            out.unsigned(plan.version());
            out.text(plan.document());
            out.raw(plan.restatesClosed() ? 1 : 0);
        } else if (message instanceof Reference.Day day) {
            out.raw(7);
            out.day(day.day());
        } else if (message instanceof Reference.Calendar calendar) {
            out.raw(8);
            CalendarRecordCodec.FORMAT.write(out, calendar.calendar());
        } else if (message instanceof Reference.Decided decided) {
            out.raw(9);
            DecisionCodec.FORMAT.write(out, decided.decision());
        } else if (message instanceof Reference.FxRate rate) {
            out.raw(20);
            FxRateRecordCodec.FORMAT.write(out, rate.rate());
        } else if (message instanceof Reference.Product product) {
            out.raw(21);
            ProductRecordCodec.FORMAT.write(out, product.product());
        }
        writeCause(out, message.cause());
    }

    private static Reference readReference(BinaryReader in) {
        int tag = in.raw();
        return switch (tag) {
            case 1 -> new Reference.Manager(ManagerRecordCodec.FORMAT.read(in), readCause(in));
            case 2 -> new Reference.Team(TeamRecordCodec.FORMAT.read(in), readCause(in));
            case 3 -> new Reference.GroupTarget(in.text(), TargetRecordCodec.FORMAT.read(in), readCause(in));
            case 4 -> new Reference.GroupTarget(in.text(), null, readCause(in));
            case 5, 6 -> readPlan(in, tag == 6);
            case 7 -> new Reference.Day(in.day(), readCause(in));
            case 8 -> new Reference.Calendar(CalendarRecordCodec.FORMAT.read(in), readCause(in));
            case 9 -> new Reference.Decided(DecisionCodec.FORMAT.read(in), readCause(in));
            case 20 -> new Reference.FxRate(FxRateRecordCodec.FORMAT.read(in), readCause(in));
            case 21 -> new Reference.Product(ProductRecordCodec.FORMAT.read(in), readCause(in));
            default -> throw unknownTag("reference message");
        };
    }

    private static Reference.Plan readPlan(BinaryReader in, boolean shadow) {
        return new Reference.Plan(in.text(), (int) in.unsigned(), shadow, in.text(), in.raw() == 1, readCause(in));
    }

    private static StateFormatException unknownTag(String what) {
        return new StateFormatException("A " + what + " has an unknown tag: it was written by a newer release.");
    }
}
