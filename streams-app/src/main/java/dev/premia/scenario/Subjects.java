package dev.premia.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.SubjectType;

/** Subjects as people write them: {@code anna}, {@code team:north}, {@code company}, {@code campaign:spring}. */
final class Subjects {
    private static final String COMPANY = "company";
    private static final String TEAM = "team:";

    private Subjects() {}

    static Subject of(String text, String source) {
        if (text.equals(COMPANY)) {
            return Subject.COMPANY;
        }
        for (SubjectType type : SubjectType.values()) {
            String prefix = type.label() + ":";
            if (type.isThing() && text.startsWith(prefix)) {
                String id = text.substring(prefix.length());
                return new Subject(type, type == SubjectType.SEGMENT ? id : qualified(id, source));
            }
        }
        return text.startsWith(TEAM)
                ? Subject.team(qualified(text.substring(TEAM.length()), source))
                : Subject.manager(qualified(text, source));
    }

    /** Writes a subject into the two fields of the canonical form. */
    static void split(ObjectNode given, String text) {
        if (text.equals(COMPANY)) {
            given.put("subject_type", COMPANY);
            given.putNull("subject");
        } else if (text.startsWith(TEAM)) {
            given.put("subject_type", "team");
            given.put("subject", text.substring(TEAM.length()));
        } else {
            given.put("subject_type", "manager");
        }
    }

    static String qualified(String id, String source) {
        return id.indexOf('/') >= 0 ? id : source + "/" + id;
    }
}
