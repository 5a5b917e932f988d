package dev.premia.scenario;

import dev.premia.codec.plan.Fields;
import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.PlanFile;
import dev.premia.codec.plan.Problems;
import dev.premia.codec.plan.Scalars;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.replay.Settings;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Plans of a scenario: the name of a plan file, or the plan itself. An inline plan keeps its lines and columns, so that its
 * problems name their place in the scenario; the head that it does not have is added below it.
 */
final class InlinePlans {
    private static final String DEFAULT_ID = "main";
    private static final String DEFAULT_START = "2026-01-01";

    private final Path file;
    private final List<String> lines;
    private final Settings settings;
    private final Problems problems;
    private final Scalars scalars;
    private final Map<String, Integer> versions = new HashMap<>();

    InlinePlans(Path file, String text, Settings settings, Problems problems) {
        this.file = file;
        this.lines = text.lines().toList();
        this.settings = settings;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The record of a plan; null, and reported, when it cannot be published. */
    Plan read(Item item) {
        return item.isScalar() ? fromFile(item) : inline(item);
    }

    private Plan fromFile(Item item) {
        try {
            Path path = file.resolveSibling(item.text());
            PlanFile.Result result = PlanFile.read(path.toString(), Files.readString(path));
            if (result.isValid()) {
                PlanVersion version = result.plan();
                versions.put(version.plan(), version.version());
                return plan(version.plan(), version.version(), version.validFrom(), Files.readString(path));
            }
            problems.error(
                    item,
                    "wrong plan file",
                    result.errors().get(0).toString(),
                    "a plan without errors",
                    "premia plan check lists them all");
        } catch (IOException | InvalidPathException e) {
            problems.error(
                    item,
                    "no plan file",
                    item.shown(),
                    "a plan file, named from the folder of the scenario",
                    "or write the plan itself, in lines below");
        }
        return null;
    }

    private Plan inline(Item item) {
        Fields fields = Fields.free(item, problems);
        if (fields == null) {
            return null;
        }
        if (item.node() instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW) {
            problems.error(item, "wrong form", "a plan in { }", "a plan in lines", "write one key a line, without { }");
            return null;
        }
        String id = fields.has("plan") ? scalars.id(fields.get("plan")) : DEFAULT_ID;
        Integer version = fields.has("version")
                ? scalars.positiveNumber(fields.get("version"))
                : Integer.valueOf(versions.getOrDefault(id, 0) + 1);
        LocalDate from =
                fields.has("valid_from") ? scalars.date(fields.get("valid_from")) : LocalDate.parse(DEFAULT_START);
        if (id == null || version == null || from == null) {
            return null;
        }
        versions.put(id, version);
        Map<String, String> head = new LinkedHashMap<>();
        head.put("plan", id);
        head.put("version", version.toString());
        head.put("valid_from", from.toString());
        head.put("currency", settings.currency());
        head.put("timezone", settings.zone().getId());
        head.put("period", "month");
        head.keySet().removeIf(fields::has);
        return plan(id, version, from, document(item, head));
    }

    private static Plan plan(String id, int version, LocalDate from, String document) {
        Plan plan = new Plan();
        plan.setPlan(id);
        plan.setVersion(version);
        plan.setStatus(PlanStatus.active);
        plan.setValidFrom(from);
        plan.setDocument(document);
        plan.setSha256("");
        return plan;
    }

    /** The lines of the plan where they stand in the scenario, and the missing head below them. */
    private String document(Item item, Map<String, String> head) {
        Mark start = item.node().getStartMark().orElseThrow();
        Mark end = item.node().getEndMark().orElseThrow();
        String margin = " ".repeat(start.getColumn());
        StringBuilder text = new StringBuilder("\n".repeat(start.getLine()));
        for (int i = start.getLine(); i <= end.getLine() && i < lines.size(); i++) {
            String line = lines.get(i);
            if (i == end.getLine()) {
                line = line.substring(0, Math.min(line.length(), end.getColumn()));
            }
            text.append(i == start.getLine() ? margin + line.substring(start.getColumn()) : line)
                    .append('\n');
        }
        head.forEach((key, value) ->
                text.append(margin).append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
