package dev.premia.domain.credit;

import dev.premia.domain.event.SubjectType;

/**
 * Whose cells or KPIs: a manager, a team or the company; or the things about which deals speak: a campaign, a product, a
 * segment.
 *
 * @param id the qualified id; empty for the company
 */
public record Subject(SubjectType type, String id) implements Comparable<Subject> {
    public static final Subject COMPANY = new Subject(SubjectType.COMPANY, "");

    private static final SubjectType[] TYPES = SubjectType.values();

    public static Subject manager(String id) {
        return new Subject(SubjectType.MANAGER, id);
    }

    public static Subject team(String id) {
        return new Subject(SubjectType.TEAM, id);
    }

    public boolean isManager() {
        return type == SubjectType.MANAGER;
    }

    /** Whether it is a campaign, a product or a segment: it counts in no group and is paid by no plan. */
    public boolean isThing() {
        return type.isThing();
    }

    /** The key form, e.g. {@code manager:crm/17}; the company is {@code company:}. */
    public String key() {
        return type.label() + ":" + id;
    }

    /** The inverse of {@link #key()}. */
    public static Subject parse(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not the key of a subject: " + key);
        }
        String label = key.substring(0, colon);
        String id = key.substring(colon + 1);
        for (SubjectType type : TYPES) {
            if (type.label().equals(label)) {
                return type == SubjectType.COMPANY ? COMPANY : new Subject(type, id);
            }
        }
        throw new IllegalArgumentException("not the key of a subject: " + key);
    }

    @Override
    public int compareTo(Subject other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return key();
    }
}
