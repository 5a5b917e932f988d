package dev.premia.cli.work;

import dev.premia.codec.plan.PlanFile;
import dev.premia.codec.plan.Problem;
import dev.premia.domain.plan.PlanUnits;
import dev.premia.domain.plan.PlanVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks plan files by themselves and with those of lower versions, as if they were published in the order of versions. */
final class PlanUnitCheck {
    private final Map<String, String> units = new HashMap<>();

    private record Document(Path file, String text, PlanFile.Result result) {}

    private PlanUnitCheck() {}

    /** What each file says; what never changes between versions, and did, is an error of the file. */
    static Map<Path, PlanFile.Result> check(List<Path> files) throws IOException {
        Map<Path, PlanFile.Result> results = new HashMap<>();
        List<Document> valid = new ArrayList<>();
        for (Path file : files) {
            String text = PlanFiles.text(file);
            PlanFile.Result result = PlanFile.read(file.toString(), text);
            results.put(file, result);
            if (result.isValid()) {
                valid.add(new Document(file, text, result));
            }
        }
        valid.sort(Comparator.comparing(each -> each.result().plan().version()));
        PlanUnitCheck units = new PlanUnitCheck();
        valid.forEach(each -> results.put(each.file(), units.compare(each)));
        return results;
    }

    private PlanFile.Result compare(Document document) {
        PlanFile.Result result = document.result();
        PlanVersion booked = result.shadow() ? result.plan().asShadow() : result.plan();
        PlanUnits.Change change = PlanUnits.change(booked, units::get);
        if (change == null) {
            units.putAll(PlanUnits.keys(booked));
            return result;
        }
        return new PlanFile.Result(
                null,
                List.of(problem(document.file(), document.text(), change)),
                result.warnings(),
                result.shadow(),
                result.title(),
                result.kpiTitles());
    }

    private static Problem problem(Path file, String text, PlanUnits.Change change) {
        String key =
                change.component() == null ? "currency\\s*:" : "id\\s*:\\s*['\"]?" + Pattern.quote(change.component());
        Matcher matcher =
                Pattern.compile("(?m)(?:^|[\\s{,-])(" + key + ")(?![\\w-])").matcher(text);
        int at = matcher.find() ? matcher.start(1) : 0;
        int begin = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        String what = change.toString();
        int colon = what.indexOf(": ");
        return new Problem(
                file.toString(),
                line,
                at - begin + 1,
                what.substring(0, colon),
                what.substring(colon + 2),
                "",
                text.substring(begin, end < 0 ? text.length() : end));
    }
}
