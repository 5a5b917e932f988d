package dev.premia.replay.compact;

import dev.premia.codec.avro.FlatLead;
import dev.premia.codec.avro.FlatRecord;
import dev.premia.domain.event.EventValidator;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.LeadEvent;
import dev.premia.schemas.Lead;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Leads, packed. Any number of threads may fold, each with its own {@link Writer}. */
public final class LeadStore {
    private static final int[] INSTANTS = {
        FlatLead.CREATED_AT, FlatLead.FIRST_TOUCH_AT, FlatLead.QUALIFIED_AT, FlatLead.CONVERTED_AT, FlatLead.CLOSED_AT
    };
    private static final int[] WORDS = {
        FlatLead.STATUS, FlatLead.OWNER, FlatLead.CHANNEL, FlatLead.CAMPAIGN, FlatLead.SEGMENT
    };

    private final EntityStore store = new EntityStore();
    private final TextCodes words = new TextCodes();

    public Writer writer() {
        return new Writer();
    }

    public int size() {
        return store.size();
    }

    /** How many parts there are, which may be visited by different threads. */
    public int parts() {
        return store.parts();
    }

    /** Visits the living leads of a part, with everything that is measured: not their attributes, nor the system that said it. */
    public void forEach(int part, Consumer<LeadEvent> visitor) {
        Reader reader = new Reader(words.all());
        store.forEach(part, (page, at, number) -> {
            LeadEvent lead = reader.read(page, at);
            if (lead != null) {
                visitor.accept(lead);
            }
        });
    }

    /** Folds leads. Not thread-safe: one instance per thread. */
    public final class Writer {
        private final FlatRecord record =
                new FlatRecord(Lead.getClassSchema().getFields().size());
        private final TextCodes.Front codes = words.front();
        private final EntityStore.Head head = new EntityStore.Head();
        private final Canonical canonical = new Canonical();
        private final PackedWriter entry = new PackedWriter();
        private final IdHash hash = new IdHash();

        /** Folds a valid lead. */
        public void add(LeadEvent lead) {
            FlatLead.fill(record, lead);
            fold(record, lead.attributes());
        }

        /**
         * Folds a lead as it was read from its bytes.
         *
         * @return false when it has to be read and judged the ordinary way; then nothing has changed
         */
        public boolean add(FlatRecord lead) {
            if (!FlatLead.settle(lead) || !isValid(lead)) {
                return false;
            }
            fold(lead, lead.map(FlatLead.ATTRIBUTES));
            return true;
        }

        private void fold(FlatRecord lead, Map<String, String> attributes) {
            boolean deleted = lead.flag(FlatLead.HEADER.deleted());
            boolean told = !lead.isNull(FlatLead.HEADER.changedAt());
            head.flags = (deleted ? EntityStore.DELETED : 0) | (told ? EntityStore.CHANGE_TOLD : 0);
            head.revision = lead.number(FlatLead.HEADER.revision());
            head.changedAt = told ? lead.number(FlatLead.HEADER.changedAt()) : Long.MIN_VALUE;
            head.digest = digest(lead, attributes);
            entry.reset();
            head.write(entry);
            if (!deleted) {
                content(lead);
            }
            int id = FlatLead.HEADER.id();
            store.fold(hash.of(lead.buffer(id), lead.start(id), lead.length(id)), head, entry);
        }

        private void content(FlatRecord lead) {
            text(lead, FlatLead.HEADER.id());
            int known = 0;
            for (int i = 0; i < INSTANTS.length; i++) {
                known |= lead.isNull(INSTANTS[i]) ? 0 : 1 << i;
            }
            entry.raw(known);
            long before = 0;
            for (int field : INSTANTS) {
                if (!lead.isNull(field)) {
                    entry.signed(lead.number(field) - before);
                    before = lead.number(field);
                }
            }
            for (int field : WORDS) {
                entry.unsigned(codes.code(lead.buffer(field), lead.start(field), lead.length(field)));
            }
            text(lead, FlatLead.CUSTOMER);
            text(lead, FlatLead.DEAL);
        }

        private void text(FlatRecord lead, int field) {
            entry.text(lead.buffer(field), lead.start(field), lead.length(field));
        }

        private int digest(FlatRecord lead, Map<String, String> attributes) {
            canonical.begin();
            canonical.header(lead, FlatLead.HEADER);
            canonical.text(lead, FlatLead.STATUS);
            canonical.text(lead, FlatLead.OWNER);
            for (int field : INSTANTS) {
                canonical.instant(lead, field);
            }
            canonical.text(lead, FlatLead.CHANNEL);
            canonical.text(lead, FlatLead.CAMPAIGN);
            canonical.text(lead, FlatLead.SEGMENT);
            canonical.text(lead, FlatLead.CUSTOMER);
            canonical.text(lead, FlatLead.DEAL);
            canonical.map(attributes);
            return canonical.first();
        }
    }

    /** Whether a lead passes {@link EventValidator}; false also where that is for the validator to say. */
    private static boolean isValid(FlatRecord lead) {
        if (lead.isNull(FlatLead.HEADER.id())) {
            return false;
        } else if (lead.flag(FlatLead.HEADER.deleted())) {
            return true;
        }
        for (int field : INSTANTS) {
            if (!lead.isNull(field) && !EventValidator.isPlausible(lead.number(field))) {
                return false;
            }
        }
        return !lead.isNull(FlatLead.CREATED_AT);
    }

    private static final class Reader {
        private final String[] words;
        private final EntityStore.Head head = new EntityStore.Head();
        private final PackedReader entry = new PackedReader();
        private final Instant[] instants = new Instant[INSTANTS.length];
        private final String[] said = new String[WORDS.length];

        Reader(String[] words) {
            this.words = words;
        }

        /** The lead at a place; null when it is deleted. */
        LeadEvent read(byte[] page, int at) {
            head.read(entry.at(page, at));
            if (head.isDeleted()) {
                return null;
            }
            String id = entry.text();
            int known = entry.raw();
            long before = 0;
            for (int i = 0; i < instants.length; i++) {
                boolean told = (known & (1 << i)) != 0;
                before = told ? before + entry.signed() : before;
                instants[i] = told ? Instant.ofEpochMilli(before) : null;
            }
            for (int i = 0; i < said.length; i++) {
                said[i] = words[(int) entry.unsigned()];
            }
            String customer = entry.text();
            String deal = entry.text();
            return new LeadEvent(
                    new Header(id, head.revision, null, false, null),
                    said[0],
                    said[1],
                    instants[0],
                    instants[1],
                    instants[2],
                    instants[3],
                    instants[4],
                    said[2],
                    said[3],
                    said[4],
                    customer,
                    deal,
                    Map.of());
        }
    }
}
