package dev.premia.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of which explanations consist, in English and in Russian. Explanations and the ledger carry the English form
 * with plain numbers ({@link #text}); {@link #read} recognises it again, so that it can be shown in the language and with the
 * numbers of the reader.
 *
 * <p>A place in a sentence has a number and a kind: {@code n} number, {@code p} percentage, {@code f} formula or name of the
 * plan, {@code t} text that stays as it is, {@code s} another sentence. Sentences that could be taken for each other stand in
 * the order in which they are tried.
 */
public enum Phrase {
    // Steps of a calculation.
    STEP_RATE(
            "step {0t}: from {1n} to {2n}: {3p} of {4n} = {5n}", "ступень {0t}: от {1n} до {2n}: {3p} от {4n} = {5n}"),
    LAST_STEP_RATE("step {0t}: from {1n} on: {2p} of {3n} = {4n}", "ступень {0t}: от {1n}: {2p} от {3n} = {4n}"),
    STEP_FIXED("step {0t}: from {1n} to {2n}: pays {3n}", "ступень {0t}: от {1n} до {2n}: платит {3n}"),
    LAST_STEP_FIXED("step {0t}: from {1n} on: pays {2n}", "ступень {0t}: от {1n}: платит {2n}"),
    STEP_REACHED("{0n} reaches step {1t}", "{0n}: достигнута ступень {1t}"),
    STEPS_TOTAL("the steps together: {0n}", "ступени вместе: {0n}"),
    SCALE_ON_NOTHING("the scale pays nothing on {0n}", "на {0n} шкала ничего не платит"),
    DEAL(
            "deal {0t}: credited {1n}, running total {2n}, pays {3n}",
            "сделка {0t}: зачтено {1n}, нарастающий итог {2n}, начислено {3n}"),
    RELEASED(
            "deal {0t}: part {1n}, released so far {2n}, in this window {3n}",
            "сделка {0t}: доля {1n}, выплачено с начала {2n}, за этот период {3n}"),
    REFUNDED_PART(
            "deal {0t}: part without refunds {1n}, after refunds {2n}",
            "сделка {0t}: доля без учёта возвратов {1n}, с учётом возвратов {2n}"),
    RATE_USED("deal {0t}: {1n} {2t} = {3n} {4t}, rate of {5t}", "сделка {0t}: {1n} {2t} = {3n} {4t}, курс на {5t}"),
    SCORE(
            "{0f}: attainment {1p}, payout {2p}, weight {3p}",
            "{0f}: выполнение {1p}, коэффициент выплаты {2p}, вес {3p}"),
    FLAWLESS(
            "{0f}: nothing counted against it, payout {1p}, weight {2p}",
            "{0f}: замечаний нет, коэффициент выплаты {1p}, вес {2p}"),
    PLACE("place {0n} of {1n} with {2n}", "место {0n} из {1n}, результат {2n}"),
    PRIZES_SHARED(
            "places {0n} to {1n} are shared: prizes of {2n} among {3n} managers",
            "места с {0n} по {1n} разделены: призы на {2n} делят {3n} чел."),
    PRIZE_IN_KIND("prize in kind: {0t} ({1t})", "приз: {1t} ({0t})"),
    PRIZE("prize {0n}", "денежный приз {0n}"),
    POT("the pot is {0n}", "призовой фонд {0n}"),
    RESULT_PLACE(
            "by the published result {0t}: place {1n}, prize {2n}",
            "по опубликованному итогу {0t}: место {1n}, приз {2n}"),
    POOL_OF("pool of {0t}:", "фонд {0t}:"),
    POOL_SHARE(
            "share of {0n} in {1n} together, of a pool of {2n}: {3n}", "доля {0n} из {1n} вместе, от фонда {2n}: {3n}"),
    NOBODY_SHARES(
            "nobody has a share in the pool of {0n}: it is not paid",
            "в фонде {0n} ни у кого нет доли: он не выплачивается"),
    INTERVAL("{0t} from {1t} to {2t}:", "{0t} с {1t} по {2t}:"),
    APPROVED("{0t}: {1n}, decided by {2t}, approved by {3t}: {4t}", "{0t}: {1n}, назначил {2t}, утвердил {3t}: {4t}"),
    DECIDED("{0t}: {1n}, decided by {2t}: {3t}", "{0t}: {1n}, назначил {2t}: {3t}"),
    CONDITION_MET("the condition {0f} is met", "условие {0f} выполнено"),

    // Notes.
    CONDITION_NOT_MET("pays 0: the condition {0f} is not met", "не платит: условие {0f} не выполнено"),
    PAYS_NOTHING("pays 0: {0s}", "не платит: {0s}"),
    NOT_RELEASED("deal {0t} is not released in full: {1s}", "сделка {0t} выплачена не полностью: {1s}"),
    MORE_DEALS("more than {0t} deals: only the first are listed", "сделок больше {0t}: показаны только первые"),
    REDUCTION_LIMITED(
            "the reduction is limited to {0n}: {1p} of base salary and bonus of the month, and no more than the bonus",
            "снижение ограничено: {0n}, это {1p} оклада и премий за месяц, но не больше самих премий"),
    FACTS_SAY_OTHERWISE(
            "facts that came later would give {0n} instead of {1n}: the published result stands",
            "по данным, пришедшим позже, было бы {0n} вместо {1n}: действует опубликованный итог"),
    NO_RATE(
            "deal {0t} is not converted: no rate of {1t} to {2t} on {3t} or in the 10 days before",
            "сделка {0t} не пересчитана: нет курса {1t} к {2t} на {3t} и за 10 дней до этого"),
    UNCONVERTED(
            "won deals in {0t} that count 0, no exchange rate to {1t} for their day: {2n}",
            "выигранные сделки в {0t}, которые не учтены, нет курса к {1t} на их дату: {2n}"),
    COMPONENTS_TOTAL("the components total {0n}", "начисления вместе: {0n}"),

    // Why something is not released yet.
    HELD_BY_DECISION("withheld by a decision from {0t} on", "удержано решением с {0t}"),
    FREED_IN_PART("a decision released {0p}", "решением освобождено {0p}"),
    HELD_UNTIL_RELEASED("held until a decision releases it", "удерживается до решения о выплате"),
    HELD_UNTIL("held until {0t}", "удерживается до {0t}"),
    LEFT_BEFORE("the manager left on {0t}", "менеджер уволен {0t}"),
    PAID_SO_FAR("the customer paid {0n} of {1n}", "клиент оплатил {0n} из {1n}"),

    // Why there is no value.
    NOT_APPLIED("the plan does not apply on {0t}", "{0t} план не действует для менеджера"),
    NOT_TAKING_PART("the manager takes no part", "менеджер не участвует"),
    AWAITS_RESULT("it is paid when the result of the contest is published", "выплата после публикации итога конкурса"),
    TRIAL_STANDING(
            "a contest of a plan on trial has no published result: this is the standing as it is now",
            "итог конкурса пробного плана не публикуется: расчёт по местам на сейчас"),
    BELOW_MINIMUM("the place stays, the minimum {0f} is not met", "место остаётся, условие минимума {0f} не выполнено"),
    UNDEFINED("{0f} is undefined: {1s}", "{0f} не определено: {1s}"),
    NO_BASELINE("no baseline in {0t}", "нет базы для сравнения в периоде {0t}"),
    NO_TARGET("no target for {0t}", "нет плана на {0t}"),
    NO_TEAM("the manager has no team on {0t}", "{0t} менеджер не состоит в команде"),
    CUT_WINDOW("the window is cut by a change of plan or assignment", "период разделён сменой плана или назначения"),
    TARGET_IS_ZERO("the target is 0", "план равен 0"),
    VALUE_IS_ZERO("the value is 0", "значение равно 0"),
    CROSSED_LIMITS("its low limit is above its high limit", "нижняя граница выше верхней"),
    POWER_OUT_OF_RANGE("a power is out of range", "степень вне допустимых пределов"),
    NO_AMOUNT("the deal has no amount", "у сделки нет суммы"),
    UNDEFINED_BOUND("a bound of the scale is undefined", "граница шкалы не определена"),
    NO_LEADS("no leads were created", "лидов не было"),
    NO_WON_DEALS("no won deals", "нет выигранных сделок"),
    NO_CLOSED_DEALS("no closed deals", "нет закрытых сделок"),
    NO_CALLS("no calls", "звонков не было"),
    NO_INBOUND_CALLS("no inbound calls", "входящих звонков не было"),
    NO_MISSED_CALLS("no missed calls", "пропущенных звонков не было"),
    NO_ANSWERED_CALLS("no answered calls", "отвеченных звонков не было"),
    NO_ANSWERED_INBOUND_CALLS("no answered inbound calls", "отвеченных входящих звонков не было"),
    NO_NEW_CUSTOMERS("no new customers", "новых клиентов не было"),
    NO_REVENUE("no revenue", "выручки не было"),
    NO_ASSIGNED_CUSTOMERS("no assigned customers", "закреплённых клиентов нет"),
    NO_BUYERS_BEFORE("no buyers in the window before", "в прошлом периоде покупателей не было"),
    NO_BUYERS("no buyers in the window", "в периоде покупателей не было"),
    NO_PRODUCTS("the catalogue has no products", "в каталоге нет товаров"),
    NO_BUYERS_LOOKING_BACK("no buyers in the days before the window", "перед периодом покупателей не было"),
    LONGER_THAN_LOOKING_BACK(
            "the days that are measured are more than it looks back, and no whole window",
            "измеряется больше дней, чем просматривается назад, и не целый период"),
    NO_VALUED_CUSTOMERS("no customer with a known profit", "нет клиентов с известной прибылью"),
    NO_VALUED_VIPS("no VIP customer with a known profit", "нет важных клиентов с известной прибылью"),
    NOTHING_SPENT("nothing was spent", "расходов не было"),
    NO_CONTRACTS_EXPIRED("no contracts expired", "договоры не истекали"),
    NOBODY_EMPLOYED("nobody was employed", "никто не работал"),
    NO_HOURS("no hours were worked", "отработанных часов нет"),
    NO_MARKET_SIZE("no size of the market for the window", "нет объёма рынка за период"),
    NO_TASKS("no tasks", "задач не было"),
    NO_PROJECTS_DUE("no projects were due", "срок проектов не наступал"),
    NO_LEADS_TOUCHED("no leads were touched", "касаний лидов не было"),
    NO_LEADS_CLOSED("no leads were closed", "закрытых лидов не было"),
    NO_KNOWN_COST("no deals with a known cost", "нет сделок с известной себестоимостью"),
    NO_ANSWERS("no answers", "ответов не было"),
    NO_REVIEWS("no reviews", "проверок качества не было"),
    NOTHING_COUNTED("nothing was counted", "считать нечего"),
    NO_DEAL_AT_STAGE("no deals reached the stage", "этапа не достигла ни одна сделка"),
    NO_DAY_COUNTS("no day of {0t} counts for it", "в периоде {0t} для него нет учитываемых дней"),
    NO_VALUE_BEFORE("no value in the windows before {0t}", "нет значений в периодах до {0t}"),
    ONLY_MANAGERS("only managers are compared", "сравниваются только менеджеры"),
    NOT_MEASURED("the plan no longer measures it here", "план больше не считает его здесь"),
    NOBODY_TO_COMPARE("nobody to compare with", "сравнивать не с кем"),
    NOTHING_TO_COMPARE("the manager has no value to compare", "у менеджера нет значения для сравнения"),
    FEW_PEERS("fewer than 3 peers", "коллег меньше трёх"),
    NO_SPREAD("all peers have the same value", "у всех коллег одно и то же значение"),
    NO_COEFFICIENT("the manager has none on {0t}", "{0t} у менеджера его нет"),
    IS_ZERO("{0f} is 0", "{0f} равно 0"),

    // Rules of a plan.
    AT_MOST("{0s}, at most {1f}", "{0s}, не больше {1f}"),
    WHEN("{0s} when {1f}", "{0s}, если {1f}"),
    SCORECARD("{0f} × scorecard of {1f}", "{0f} × карта показателей: {1f}"),
    POOL_EQUALLY("pool of {0f}, shared equally by days of membership", "фонд {0f}, поровну по дням участия в команде"),
    POOL_BY_WEIGHTS(
            "pool of {0f}, shared by weights and days of membership", "фонд {0f}, по весам и дням участия в команде"),
    POOL_BY("pool of {0f}, shared by {1f}", "фонд {0f}, по вкладу: {1f}"),
    CONTEST("contest by {0f} with {1n} prizes", "конкурс: {0f}, призовых мест: {1n}"),
    RUNNING_SCALE_WHERE(
            "scale on the running total of deals where {0f}", "шкала по нарастающему итогу сделок, где {0f}"),
    RUNNING_SCALE("scale on the running total of deals", "шкала по нарастающему итогу сделок"),
    DEAL_SCALE_WHERE("scale on each deal where {0f}", "шкала по каждой сделке, где {0f}"),
    DEAL_SCALE("scale on each deal", "шкала по каждой сделке"),
    SCALE_BY("scale on {0f} by {1f}", "шкала на {0f}, ступень по {1f}"),
    SCALE("scale on {0f}", "шкала по {0f}"),
    RATE("{0f} of {1f}", "{0f} от {1f}"),
    PER("{0f} per {1f}", "{0f} за единицу {1f}"),
    BY_HAND("amounts by hand: {0t}", "суммы, назначенные вручную: {0t}"),
    NO_CAP("no cap", "предела нет"),

    // Anything of these two also looks like a formula.
    PRODUCT("{0n} × {1n} = {2n}", "{0n} × {1n} = {2n}"),
    INDEX_LINE(
            "{0f}: attainment {1p} within its limits × weight {2p} = {3p}",
            "{0f}: выполнение {1p} в его пределах × вес {2p} = {3p}"),
    RESULT_UNDEFINED("{0f} = undefined", "{0f} не определено"),
    RESULT("{0f} = {1n}", "{0f} = {1n}"),
    FORMULA("{0f}", "{0f}");

    private final List<Part> english;
    private final List<Part> russian;
    private final Pattern reader;

    /** Text, or a place when {@code kind} is not 0. */
    private record Part(String text, int place, char kind) {}

    /** How numbers and formulas are shown. */
    public interface Style {
        String number(BigDecimal number);

        /** @param percent 2.5 is 2.5 % */
        String percent(BigDecimal percent);

        String formula(String formula);
    }

    /** A sentence of an explanation with what stands in its places, each in the form in which the ledger carries it. */
    public record Sentence(Phrase phrase, List<String> arguments) {
        public Sentence {
            arguments = List.copyOf(arguments);
        }

        /** The sentence for people. */
        public String shown(boolean inRussian, Style style) {
            StringBuilder text = new StringBuilder();
            for (Part part : inRussian ? phrase.russian : phrase.english) {
                text.append(part.kind() == 0 ? part.text() : shown(part, inRussian, style));
            }
            return text.toString();
        }

        private String shown(Part place, boolean inRussian, Style style) {
            String argument = arguments.get(place.place());
            return switch (place.kind()) {
                case 'n' -> style.number(new BigDecimal(argument));
                case 'p' -> style.percent(new BigDecimal(argument));
                case 'f' -> style.formula(argument);
                case 's' -> read(argument).shown(inRussian, style);
                default -> argument;
            };
        }
    }

    Phrase(String english, String russian) {
        this.english = parts(english);
        this.russian = parts(russian);
        this.reader = reader(this.english);
    }

    /** The English sentence with its places filled, without grouping of digits: numbers plain, percentages without sign. */
    public String text(String... arguments) {
        StringBuilder text = new StringBuilder();
        for (Part part : english) {
            text.append(part.kind() == 0 ? part.text() : arguments[part.place()]);
            text.append(part.kind() == 'p' ? " %" : "");
        }
        return text.toString();
    }

    /** The sentence that a text is; a text that is none is taken for a formula. */
    public static Sentence read(String text) {
        for (Phrase phrase : values()) {
            Optional<Sentence> sentence = phrase.match(text);
            if (sentence.isPresent()) {
                return sentence.get();
            }
        }
        return new Sentence(FORMULA, List.of(text));
    }

    private Optional<Sentence> match(String text) {
        Matcher matcher = reader.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            arguments.add(matcher.group(i));
        }
        return Optional.of(new Sentence(this, arguments));
    }

    private static List<Part> parts(String sentence) {
        List<Part> parts = new ArrayList<>();
        Matcher place = Pattern.compile("\\{(\\d)([npfts])\\}").matcher(sentence);
        int end = 0;
        while (place.find()) {
            parts.add(new Part(sentence.substring(end, place.start()), 0, (char) 0));
            parts.add(new Part(
                    "", Integer.parseInt(place.group(1)), place.group(2).charAt(0)));
            end = place.end();
        }
        parts.add(new Part(sentence.substring(end), 0, (char) 0));
        return List.copyOf(parts);
    }

    private static Pattern reader(List<Part> parts) {
        StringBuilder regex = new StringBuilder();
        for (Part part : parts) {
            switch (part.kind()) {
                case 'n' -> regex.append("(-?\\d+(?:\\.\\d+)?)");
                case 'p' -> regex.append("(-?\\d+(?:\\.\\d+)?) %");
                case 't', 'f', 's' -> regex.append("(.+?)");
                default -> regex.append(Pattern.quote(part.text()));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
