package dev.premia.plandoc;

import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the chapters of a plan's document. */
final class PlanChapters {
    /** What these chapters say in words of their own; any other key is listed by its name and value. */
    private static final Set<String> KNOWN = Set.of(
            "plan",
            "version",
            "valid_from",
            "valid_until",
            "applies_to",
            "source",
            "currency",
            "timezone",
            "period",
            "title",
            "shadow",
            "published_at",
            "author",
            "approver",
            "restate_closed",
            "targets",
            "kpis",
            "components",
            "caps",
            "pay_mix",
            "guarantee");

    private final PlanSource source;
    private final PlanLanguage language;
    private final PlanVersion plan;
    private final PlanWords words;
    private final PlanNumbers numbers;
    private final ValueWords values;
    private final List<Block> blocks = new ArrayList<>();
    private int section;
    private int part;

    PlanChapters(PlanSource source, PlanLanguage language) {
        this.source = source;
        this.language = language;
        this.plan = source.plan();
        this.words = new PlanWords(language);
        this.numbers = new PlanNumbers(language);
        this.values = new ValueWords(language, name -> source.kpiTitle(name, language));
    }

    PlanDocument document() {
        facts();
        general();
        kpis();
        targets();
        components();
        calculation();
        signatures();
        fullText();
        String title = text("Положение о премировании: ", "Bonus plan: ")
                + text(source.result().title().ru(), source.result().title().en());
        return new PlanDocument(language, title, plan.label(), plan.sha256(), blocks);
    }

    private String text(String ru, String en) {
        return language.choose(ru, en);
    }

    private void section(String title) {
        section++;
        part = 0;
        blocks.add(new Block.Heading(2, section + ". " + title));
    }

    private void part(String title) {
        part++;
        blocks.add(new Block.Heading(3, section + "." + part + ". " + title));
    }

    private void paragraph(String text) {
        blocks.add(new Block.Paragraph(text));
    }

    private void facts() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(text("План", "Plan"), Marks.code(plan.plan())));
        rows.add(List.of(text("Версия", "Version"), String.valueOf(plan.version())));
        rows.add(List.of(text("Действует", "Valid"), validity()));
        rows.add(List.of(text("Кому платится", "Applies to"), appliesTo()));
        rows.add(List.of(text("Валюта", "Currency"), plan.currency()));
        rows.add(List.of(text("Часовой пояс", "Time zone"), plan.zone().getId()));
        rows.add(
                List.of(text("Расчётный период", "Period"), window(plan.period().name())));
        if (source.tree().get("pay_mix") != null) {
            rows.add(List.of(text("Постоянная и переменная часть", "Pay mix"), payMix()));
        }
        source.tree().fields().forEach((key, value) -> {
            if (!KNOWN.contains(key)) {
                rows.add(List.of(capitalised(words.key(key)), values.of(key, value)));
            }
        });
        rows.add(List.of(text("SHA-256 файла плана", "SHA-256 of the plan file"), Marks.code(plan.sha256())));
        blocks.add(new Block.Grid(List.of(), rows));
        if (source.result().shadow()) {
            paragraph(Marks.strong(text(
                    "Пробный расчёт: план считается и показывается, но по нему ничего не начисляется.",
                    "Trial: the plan is calculated and shown; nothing is booked by it.")));
        }
    }

    /** A label at the beginning of a line. */
    static String capitalised(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private String validity() {
        String from = text("с ", "from ") + date(plan.validFrom());
        return plan.validUntil() == null
                ? from + text(", бессрочно", ", open end")
                : from + text(" по ", " to ") + date(plan.validUntil()) + text(" включительно", ", both days included");
    }

    private String date(LocalDate day) {
        return day.format(
                language == PlanLanguage.RU
                        ? DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT)
                        : DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }

    private String appliesTo() {
        List<String> parts = new ArrayList<>();
        listed(parts, text("роли: ", "roles: "), plan.appliesTo().roles());
        listed(parts, text("команды: ", "teams: "), plan.appliesTo().teams());
        listed(parts, text("сотрудники: ", "managers: "), plan.appliesTo().managers());
        return parts.isEmpty() ? text("всем сотрудникам", "everybody") : String.join("; ", parts);
    }

    private static void listed(List<String> parts, String label, Collection<String> ids) {
        if (!ids.isEmpty()) {
            parts.add(label + new TreeSet<>(ids).stream().map(Marks::code).collect(Collectors.joining(", ")));
        }
    }

    private String window(String kind) {
        return words.value(kind.toLowerCase(Locale.ROOT)).orElse(kind);
    }

    private String payMix() {
        return text("оклад ", "base ")
                + amount(source.tree().fields("pay_mix").text("base"))
                + text(", премия при выполнении плана ", ", bonus at target ")
                + amount(source.tree().fields("pay_mix").text("bonus_at_target"));
    }

    private String amount(String literal) {
        return PlanNumbers.isLiteral(literal)
                ? numbers.money(PlanNumbers.valueOf(literal), plan.currency())
                : values.formula(literal);
    }

    private void general() {
        section(text("Общие положения", "General rules"));
        blocks.add(
                new Block.Bullets(false, GeneralRules.of(language, plan.zone().getId())));
    }

    private void kpis() {
        section(text("Показатели", "KPIs"));
        paragraph(text(
                "Размер премии зависит от этих показателей. В правилах они названы своими названиями в кавычках.",
                "The bonus depends on these KPIs. The components name them by their titles in quotation marks."));
        List<List<String>> rows = new KpiRows(source, language, values).rows();
        blocks.add(new Block.Grid(
                List.of(text("Показатель", "KPI"), text("Имя", "Name"), text("Определение", "Definition")), rows));
    }

    private void targets() {
        if (plan.targets().isEmpty()) {
            return;
        }
        section(text("Планы по показателям", "Targets"));
        paragraph(text(
                "Действуют на один расчётный период, если сотруднику не установлен личный план.",
                "They apply to one period where no target of their own is set for the manager."));
        List<List<String>> rows = new ArrayList<>();
        Map<String, Term> terms = new TermWalk().termsOf(plan);
        plan.targets().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> rows.add(List.of(values.formula(each.getKey()), target(each, terms))));
        blocks.add(new Block.Grid(List.of(text("Показатель", "KPI"), text("План", "Target")), rows));
    }

    private String target(Map.Entry<String, BigDecimal> target, Map<String, Term> terms) {
        Term term = terms.get(target.getKey());
        return new UnitWords(language, plan.currency()).of(target.getValue(), term == null ? null : term.unit());
    }

    private void components() {
        section(text("Правила начисления", "Components"));
        ComponentWords rule = new ComponentWords(source, language, values);
        for (Component component : plan.components()) {
            String title = text(component.titleRu(), component.titleEn());
            part(title.equals(component.id()) ? component.id() : title + " (" + Marks.code(component.id()) + ")");
            blocks.addAll(rule.of(component));
        }
    }

    private void calculation() {
        section(text("Порядок расчёта и округление", "Order of calculation and rounding"));
        blocks.add(new Block.Bullets(true, GeneralRules.order(language, plan.currency())));
        if (plan.totalCap() != null) {
            paragraph(Marks.strong(text("Предел по плану. ", "Cap of the plan. "))
                    + text("Все правила вместе платят сотруднику за ", "All components together pay a manager at most ")
                    + text(words.per(plan.period().name().toLowerCase(Locale.ROOT)) + " не более: ", "")
                    + amount(source.tree().fields("caps").text("total"))
                    + text("", " per " + window(plan.period().name()))
                    + text(". Превышение отражается отдельной строкой ", ". The excess is a line of its own, ")
                    + Marks.code(PlanVersion.TOTAL_CAP) + ".");
        }
        if (plan.guarantee() != null) {
            blocks.add(new Block.Paragraph(new GuaranteeWords(language).of(plan.guarantee())));
        }
        String further = values.others(source.tree().fields("caps").fields(), Set.of("total"));
        if (!further.isEmpty()) {
            paragraph(text("Другие пределы: ", "Further caps: ") + further + ".");
        }
    }

    private void signatures() {
        section(text("Подписи", "Signatures"));
        paragraph(text(
                        "Подписывая этот документ, стороны соглашаются с планом, SHA-256 файла которого: ",
                        "By signing this document the parties agree to the plan whose file has the SHA-256: ")
                + Marks.code(plan.sha256()) + ".");
        blocks.add(new Block.Signatures(
                List.of(text("Работодатель", "Employer"), text("Работник", "Employee")),
                List.of(
                        text("Должность", "Position"),
                        text("Фамилия, имя, отчество", "Name"),
                        text("Подпись", "Signature"),
                        text("Дата", "Date"))));
    }

    private void fullText() {
        blocks.add(new Block.Heading(2, text("Приложение. Текст плана", "Appendix. Text of the plan")));
        paragraph(
                text(
                        "Правила выше изложены по этому тексту; от него, в кодировке UTF-8, вычислен SHA-256. При расхождении действует он.",
                        "The rules above are said after this text; the SHA-256 is that of this text in UTF-8. Where they differ, it rules."));
        blocks.add(new Block.Verbatim(source.text()));
    }
}
