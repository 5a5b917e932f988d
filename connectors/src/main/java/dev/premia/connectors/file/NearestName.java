package dev.premia.connectors.file;

import java.util.Collection;
import java.util.Locale;

/** Finds what somebody who mistyped a name most likely meant. */
final class NearestName {

    private NearestName() {}

    /** A hint such as {@code did you mean 'amount'?}, or null if no known name is near. */
    static String hint(String found, Collection<String> known) {
        String best = of(found, known);
        return best == null ? null : "did you mean '" + best + "'?";
    }

    /** The known name that differs least, or null if none is near. */
    static String of(String found, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(1, Math.min(found.length() / 3, 4)) + 1;
        for (String candidate : known) {
            int distance = distance(plain(found), plain(candidate));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[right.length()];
    }
}
