package dev.premia.cli.operations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine must have. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final int ENOUGH_CORES = 2;
    private static final long MEGABYTE = 1L << 20;
    private static final long ENOUGH_HEAP = 512;
    private static final long LITTLE_DISK = 1_024;
    private static final long ENOUGH_DISK = 10_240;

    private MachineChecks() {}

    static void run(Checkup checkup) {
        java(checkup);
        cores(checkup);
        memory(checkup);
        disk(checkup);
        ports(checkup);
    }

    private static void java(Checkup checkup) {
        int version = Runtime.version().feature();
        String found = "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
        if (version < OLDEST_JAVA) {
            checkup.fail("java", found, "Install a JDK " + OLDEST_JAVA + " or newer and set JAVA_HOME.");
        } else {
            checkup.ok("java", found + "; Maven is needed to build only");
        }
    }

    private static void cores(Checkup checkup) {
        int cores = Runtime.getRuntime().availableProcessors();
        if (cores < ENOUGH_CORES) {
            checkup.warn("cores", String.valueOf(cores), "Give it " + ENOUGH_CORES + " cores or more.");
        } else {
            checkup.ok("cores", String.valueOf(cores));
        }
    }

    private static void memory(Checkup checkup) {
        long heap = Runtime.getRuntime().maxMemory() / MEGABYTE;
        String found = heap + " MB of heap at most";
        if (heap < ENOUGH_HEAP) {
            checkup.warn(
                    "memory", found, "Set PREMIA_JAVA_OPTS=-Xmx1g; the stream needs " + ENOUGH_HEAP + " MB or more.");
        } else {
            checkup.ok("memory", found);
        }
    }

    private static void disk(Checkup checkup) {
        Path place = Path.of("").toAbsolutePath();
        try {
            FileStore store = Files.getFileStore(place);
            long free = store.getUsableSpace() / MEGABYTE;
            String found = free + " MB free under " + place;
            if (!Files.isWritable(place)) {
                checkup.fail("disk", place + " cannot be written", "Start it in a directory of yours.");
            } else if (free < LITTLE_DISK) {
                checkup.fail("disk", found, "Free " + LITTLE_DISK + " MB or more.");
            } else if (free < ENOUGH_DISK) {
                checkup.warn("disk", found, "A demo fits; for more, free " + ENOUGH_DISK + " MB.");
            } else {
                checkup.ok("disk", found);
            }
        } catch (IOException e) {
            checkup.fail("disk", place + ": " + e.getMessage(), "Start it in a directory that can be written.");
        }
    }

    private static void ports(Checkup checkup) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            checkup.ok("ports", "127.0.0.1 has free ports, e.g. " + socket.getLocalPort());
        } catch (IOException e) {
            checkup.fail("ports", e.getMessage(), "The demo needs ports on 127.0.0.1; allow them.");
        }
    }
}
