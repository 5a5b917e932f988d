package dev.premia.cli.operations;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.runtime.InvalidSettingException;
import dev.premia.runtime.RuntimeSettings;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code premia doctor}: what stands in the way, and what to do about it. */
@Command(
        name = "doctor",
        description = {
            "Checks this machine and, with --bootstrap-server and --schema-registry, a cluster.",
            "",
            "Exit code 1 when a check failed; warnings do not count."
        },
        footer = {
            "  premia doctor",
            "  premia doctor --bootstrap-server kafka:9092 --schema-registry http://registry:8081"
        })
public final class DoctorCommand extends PremiaCommand {
    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() {
        Output output = output();
        Checkup checkup = new Checkup();
        MachineChecks.run(checkup);
        RuntimeSettings settings = cluster.settings();
        try {
            settings.check();
            ClusterChecks.run(settings, checkup);
        } catch (InvalidSettingException e) {
            checkup.skip("cluster", "not checked: " + e.getMessage());
        }
        print(checkup.findings(), output);
        return checkup.hasFailed() ? ExitCodes.DIFFERENCE : ExitCodes.DONE;
    }

    private static void print(List<Checkup.Finding> findings, Output output) {
        Table table = Table.of("check", null)
                .column("status", " ")
                .column("check", output.text("проверка", "check"))
                .column("found", output.text("найдено", "found"))
                .column("advice", output.text("что делать", "what to do"));
        findings.forEach(finding -> table.row(
                finding.status().name().toLowerCase(Locale.ROOT), finding.check(), finding.found(), finding.advice()));
        table.print(output);
    }
}
