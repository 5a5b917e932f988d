package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.codec.plan.Fields;
import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problems;
import dev.premia.codec.plan.Scalars;
import dev.premia.codec.plan.YamlText;
import dev.premia.payroll.PayrollTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what the payroll system calls things: a YAML file with the kind of accrual and the legal entities. */
final class PayrollTermsFile {
    private static final Set<String> KEYS = new TreeSet<>(List.of("accrual", "organisations"));
    private static final Set<String> ACCRUAL = new TreeSet<>(List.of("code", "name"));
    private static final Set<String> EMPLOYER = new TreeSet<>(List.of("name", "inn", "kpp"));

    private final Problems problems;
    private final Scalars scalars;

    private PayrollTermsFile(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The terms of a file; what is wrong with it is shown, and the command ends. */
    static PayrollTerms read(Path file, Output output) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw CommandException.badInput(file + ": not found; expected a YAML file of terms.", e);
        }
        Problems problems = new Problems(file.toString(), text, "the terms of payroll");
        Node root = YamlText.compose(text, problems, "begin with accrual: { code: KPI, name: Bonus }");
        PayrollTerms terms = root == null ? null : new PayrollTermsFile(problems).terms(new Item(root, ""));
        if (!problems.errors().isEmpty()) {
            problems.errors().forEach(error -> output.message(output.text("ошибка: ", "error: ") + error));
            throw CommandException.badInput(
                    file + ": cannot be used, errors: " + problems.errors().size());
        }
        return terms;
    }

    private PayrollTerms terms(Item root) {
        Fields fields = Fields.of(root, KEYS, problems);
        if (fields == null) {
            return null;
        }
        Fields accrual = fields.has("accrual") ? Fields.of(fields.get("accrual"), ACCRUAL, problems) : null;
        Map<String, PayrollTerms.Employer> employers = new HashMap<>();
        Fields named = fields.has("organisations") ? Fields.free(fields.get("organisations"), problems) : null;
        for (Fields.Field each : named == null ? List.<Fields.Field>of() : named.all()) {
            Fields employer = Fields.of(each.value(), EMPLOYER, problems);
            if (employer != null) {
                employers.put(
                        each.name(),
                        new PayrollTerms.Employer(
                                text(employer, "name", each.name()),
                                text(employer, "inn", ""),
                                text(employer, "kpp", "")));
            }
        }
        return new PayrollTerms(
                text(accrual, "code", PayrollTerms.DEFAULT.accrualCode()),
                text(accrual, "name", PayrollTerms.DEFAULT.accrualName()),
                employers);
    }

    private String text(Fields fields, String key, String otherwise) {
        String text = fields != null && fields.has(key) ? scalars.text(fields.get(key)) : otherwise;
        return text == null ? otherwise : text;
    }
}
