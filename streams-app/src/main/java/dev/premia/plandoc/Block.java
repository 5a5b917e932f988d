package dev.premia.plandoc;

import java.util.List;

/** A part of a document. Texts may have parts between {@link Marks}; everything else in them is plain. */
sealed interface Block {

    /** @param level 2 for sections, 3 for their parts */
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** A list, numbered or not. */
    record Bullets(boolean numbered, List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** A table; an empty head means that the first column names what the second one says. */
    record Grid(List<String> head, List<List<String>> rows) implements Block {
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A text that is shown letter by letter, such as the plan file itself. */
    record Verbatim(String text) implements Block {}

    /** Who signs: one line to sign on for each. */
    record Signatures(List<String> parties, List<String> fields) implements Block {
        public Signatures {
            parties = List.copyOf(parties);
            fields = List.copyOf(fields);
        }
    }
}
