package dev.premia.replay.compact;

import dev.premia.codec.avro.FlatCall;
import dev.premia.codec.avro.FlatRecord;
import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import dev.premia.domain.event.EventValidator;
import dev.premia.schemas.Call;

/** The legs of calls, packed. Any number of threads may fold, each with its own {@link Writer}. */
public final class CallStore {
    static final int INTERNAL = EntityStore.OWN_FLAG;
    static final int INBOUND = INTERNAL << 1;
    static final int RECORDED = INBOUND << 1;
    static final int LINKED = RECORDED << 1;
    static final int RESULT_SHIFT = 6;

    private static final byte[][] DIRECTIONS = Canonical.names(CallDirection.values());
    private static final byte[][] RESULTS = Canonical.names(CallResult.values());

    private final EntityStore store = new EntityStore();
    private final TextCodes people = new TextCodes();
    private final PartyBook parties = new PartyBook();
    private final boolean keepsParties;

    /**
     * @param keepsParties whether customers and numbers are kept, which only measures of plans look at
     */
    public CallStore(boolean keepsParties) {
        this.keepsParties = keepsParties;
    }

    public boolean keepsParties() {
        return keepsParties;
    }

    public Writer writer() {
        return new Writer();
    }

    public int size() {
        return store.size();
    }

    EntityStore entries() {
        return store;
    }

    LegReader reader() {
        return new LegReader(people.all(), keepsParties ? parties : null);
    }

    /** Folds legs. Not thread-safe: one instance per thread. */
    public final class Writer {
        private final FlatRecord record =
                new FlatRecord(Call.getClassSchema().getFields().size());
        private final TextCodes.Front persons = people.front();
        private final EntityStore.Head head = new EntityStore.Head();
        private final Canonical canonical = new Canonical();
        private final PackedWriter entry = new PackedWriter();
        private final IdHash hash = new IdHash();

        /** Folds a valid leg. */
        public void add(CallEvent call) {
            FlatCall.fill(record, call);
            fold(record);
        }

        /**
         * Folds a leg as it was read from its bytes.
         *
         * @return false when it has to be read and judged the ordinary way; then nothing has changed
         */
        public boolean add(FlatRecord call) {
            if (!FlatCall.settle(call) || !isValid(call)) {
                return false;
            }
            fold(call);
            return true;
        }

        private void fold(FlatRecord call) {
            boolean deleted = call.flag(FlatCall.HEADER.deleted());
            boolean told = !call.isNull(FlatCall.HEADER.changedAt());
            boolean linked = !deleted && !call.isNull(FlatCall.LINKED_CALL);
            head.flags = (deleted ? EntityStore.DELETED : flags(call))
                    | (told ? EntityStore.CHANGE_TOLD : 0)
                    | (linked ? LINKED : 0);
            head.revision = call.number(FlatCall.HEADER.revision());
            head.changedAt = told ? call.number(FlatCall.HEADER.changedAt()) : Long.MIN_VALUE;
            head.digest = digest(call);
            entry.reset();
            head.write(entry);
            if (!deleted) {
                content(call, linked);
            }
            int id = FlatCall.HEADER.id();
            store.fold(hash.of(call.buffer(id), call.start(id), call.length(id)), head, entry);
        }

        private int flags(FlatRecord call) {
            return (call.flag(FlatCall.INTERNAL) ? INTERNAL : 0)
                    | (call.number(FlatCall.DIRECTION) == CallDirection.INBOUND.ordinal() ? INBOUND : 0)
                    | (call.isNull(FlatCall.RECORDING) ? 0 : RECORDED)
                    | ((int) call.number(FlatCall.RESULT) << RESULT_SHIFT);
        }

        private void content(FlatRecord call, boolean linked) {
            if (linked) {
                text(call, FlatCall.LINKED_CALL);
                text(call, FlatCall.HEADER.id());
            }
            long startedAt = call.number(FlatCall.STARTED_AT);
            // Mostly a leg is told soon after it began, which takes fewer bytes than the instant.
            entry.signed(head.changedAt == Long.MIN_VALUE ? startedAt : head.changedAt - startedAt);
            entry.unsigned(call.number(FlatCall.WAIT_SECONDS));
            entry.unsigned(call.number(FlatCall.TALK_SECONDS));
            entry.signed(call.number(FlatCall.LEG));
            entry.unsigned(code(persons, call, FlatCall.MANAGER));
            entry.unsigned(code(persons, call, FlatCall.TEAM));
            if (keepsParties) {
                entry.unsigned(party(call, FlatCall.CUSTOMER));
                entry.unsigned(party(call, FlatCall.PHONE_HASH));
            }
        }

        private static int code(TextCodes.Front codes, FlatRecord call, int field) {
            return codes.code(call.buffer(field), call.start(field), call.length(field));
        }

        private int party(FlatRecord call, int field) {
            return parties.number(hash, call.buffer(field), call.start(field), call.length(field));
        }

        private void text(FlatRecord call, int field) {
            entry.text(call.buffer(field), call.start(field), call.length(field));
        }

        private int digest(FlatRecord call) {
            canonical.begin();
            canonical.header(call, FlatCall.HEADER);
            canonical.instant(call, FlatCall.STARTED_AT);
            canonical.symbol(call, FlatCall.DIRECTION, DIRECTIONS);
            canonical.symbol(call, FlatCall.RESULT, RESULTS);
            canonical.text(call, FlatCall.MANAGER);
            canonical.text(call, FlatCall.TEAM);
            canonical.text(call, FlatCall.CUSTOMER);
            canonical.text(call, FlatCall.PHONE_HASH);
            canonical.number(call.number(FlatCall.WAIT_SECONDS));
            canonical.number(call.number(FlatCall.TALK_SECONDS));
            canonical.number(call.number(FlatCall.LEG));
            canonical.text(call, FlatCall.LINKED_CALL);
            canonical.flag(call.flag(FlatCall.INTERNAL));
            canonical.text(call, FlatCall.RECORDING);
            return canonical.first();
        }
    }

    /** Whether a leg passes {@link EventValidator}; false also where that is for the validator to say. */
    private static boolean isValid(FlatRecord call) {
        if (call.isNull(FlatCall.HEADER.id())) {
            return false;
        }
        return call.flag(FlatCall.HEADER.deleted())
                || (!call.isNull(FlatCall.STARTED_AT)
                        && EventValidator.isPlausible(call.number(FlatCall.STARTED_AT))
                        && !call.isNull(FlatCall.DIRECTION)
                        && !call.isNull(FlatCall.RESULT)
                        && call.number(FlatCall.WAIT_SECONDS) >= 0
                        && call.number(FlatCall.TALK_SECONDS) >= 0);
    }
}
