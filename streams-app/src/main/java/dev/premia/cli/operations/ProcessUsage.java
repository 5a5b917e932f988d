package dev.premia.cli.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used.
 *
 * @param cpu processor time of all its threads since its start
 * @param peakMegabytes largest resident memory since {@link #resetPeak}, or since the start; -1 where the system does not tell
 */
record ProcessUsage(Duration cpu, long peakMegabytes) {
    /** Of a process of this user. */
    static ProcessUsage of(long pid) {
        Duration cpu = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        return new ProcessUsage(cpu, peak(pid));
    }

    /** Forgets the peak so far, where the system allows it. */
    static void resetPeak(long pid) {
        try {
            Files.writeString(proc(pid, "clear_refs"), "5", StandardCharsets.US_ASCII);
        } catch (IOException e) {
            // Then the peak counts from the start of the process, which is never too little.
        }
    }

    private static long peak(long pid) {
        try {
            for (String line : Files.readAllLines(proc(pid, "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            return -1;
        }
        return -1;
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", String.valueOf(pid), file);
    }
}
