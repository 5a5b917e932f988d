package dev.premia.replay.compact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The 128-bit MurmurHash3 (x64) of an id's UTF-8 bytes. 96 bits of it stand for the id: among ten million ids the odds that any two
 * meet are one in 10^15. Mutable and reused. Not thread-safe.
 */
final class IdHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    long high;
    long low;

    IdHash of(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    IdHash of(byte[] bytes, int from, int length) {
        long h1 = 0;
        long h2 = 0;
        int at = from;
        for (int block = length >> 4; block > 0; block--, at += 16) {
            h1 ^= mixFirst((long) LONGS.get(bytes, at));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= mixSecond((long) LONGS.get(bytes, at + 8));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        int rest = length & 15;
        if (rest > 8) {
            h2 ^= mixSecond(tail(bytes, at + 8, rest - 8));
        }
        if (rest > 0) {
            h1 ^= mixFirst(tail(bytes, at, Math.min(rest, 8)));
        }
        finish(h1 ^ length, h2 ^ length);
        return this;
    }

    private void finish(long first, long second) {
        long h1 = first + second;
        long h2 = second + h1;
        h1 = avalanche(h1);
        h2 = avalanche(h2);
        high = h1 + h2;
        low = h2 + high;
    }

    private static long tail(byte[] bytes, int from, int length) {
        long tail = 0;
        for (int i = length - 1; i >= 0; i--) {
            tail = (tail << Byte.SIZE) | (bytes[from + i] & 0xFF);
        }
        return tail;
    }

    private static long mixFirst(long block) {
        return Long.rotateLeft(block * C1, 31) * C2;
    }

    private static long mixSecond(long block) {
        return Long.rotateLeft(block * C2, 33) * C1;
    }

    private static long avalanche(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
