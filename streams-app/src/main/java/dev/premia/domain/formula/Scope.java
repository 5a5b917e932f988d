package dev.premia.domain.formula;

import java.util.List;

/**
 * Run-time values behind the handles of {@link Symbol}. A handle is only asked for the type that its symbol declared. During one
 * evaluation the same handle must always give the same value.
 */
public interface Scope {

    /** Value of a {@link Type#NUMBER} handle, never null; an undefined one says why. */
    Value number(Object handle);

    /** Value of a {@link Type#BOOLEAN} handle. */
    boolean bool(Object handle);

    /** Value of a {@link Type#STRING} handle, null when the text is absent. */
    String string(Object handle);

    /** Value of a {@link Type#STRING_LIST} handle, never null. */
    List<String> strings(Object handle);
}
