package dev.premia.simulator;

import java.nio.charset.StandardCharsets;

/** Qualified ids and invented hashes. */
final class Ids {
    static final String CRM = "crm";
    static final String PBX = "pbx";
    static final String ACCOUNTING = "erp";
    static final String MARKETING = "ads";

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final int DIGITS = 6;

    private Ids() {}

    static String deal(long number) {
        return id("crm/D-", number, DIGITS);
    }

    static String lead(long number) {
        return id("crm/L-", number, DIGITS);
    }

    static String customer(long number) {
        return id("crm/K-", number, DIGITS);
    }

    static String contract(long number) {
        return id("crm/A-", number, DIGITS);
    }

    static String activity(long number) {
        return id("crm/T-", number, DIGITS);
    }

    static String survey(long number) {
        return id("crm/S-", number, DIGITS);
    }

    static String call(long number) {
        return id("pbx/C-", number, DIGITS);
    }

    static String conversation(long number) {
        return id("pbx/V-", number, DIGITS);
    }

    static String payment(long number) {
        return id("erp/P-", number, DIGITS);
    }

    static String manager(int number) {
        return id("crm/m-", number, 2);
    }

    static String team(int number) {
        return id("crm/t-", number, 2);
    }

    static String region(int number) {
        return id("crm/r-", number, 2);
    }

    static String product(int number) {
        return id("crm/p-", number, 3);
    }

    static String campaign(int number) {
        return id("ads/k-", number, 2);
    }

    /** What the keyed hash of a telephone number looks like: 32 hexadecimal digits. */
    static String phoneHash(long owner) {
        byte[] text = new byte[32];
        hex(Dice.mix(owner), text, 0);
        hex(Dice.mix(~owner), text, 16);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void hex(long value, byte[] text, int offset) {
        for (int i = 0; i < 16; i++) {
            text[offset + i] = HEX[(int) (value >>> (60 - 4 * i)) & 15];
        }
    }

    /** {@code prefix} and {@code number} with leading zeros up to {@code digits}. */
    static String id(String prefix, long number, int digits) {
        int width = digits;
        for (long rest = number / power(digits); rest > 0; rest /= 10) {
            width++;
        }
        byte[] text = new byte[prefix.length() + width];
        for (int i = 0; i < prefix.length(); i++) {
            text[i] = (byte) prefix.charAt(i);
        }
        long rest = number;
        for (int i = text.length - 1; i >= prefix.length(); i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }
}
