package dev.premia.connectors.file;

import java.util.Collection;
import java.util.stream.Collectors;

/** How reports show foreign text: quoted, on one line, never longer than people read. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    static String shortened(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        return oneLine.length() <= LONGEST ? oneLine : oneLine.substring(0, LONGEST - 1) + "…";
    }

    static String oneOf(Collection<String> choices) {
        String list = choices.stream().limit(20).collect(Collectors.joining(", "));
        return "one of " + list + (choices.size() > 20 ? ", …" : "");
    }
}
