package dev.premia.schemas;

import dev.premia.schemas.TopicSpec.Cleanup;
import dev.premia.schemas.TopicSpec.Partitioning;
import dev.premia.schemas.TopicSpec.Role;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The catalogue of topics: the one place that knows their names.
 *
 * <p>Reference topics keep their whole history like source topics: a replay of a closed month needs what was known then,
 * and of an exchange rate the lowest revision rules.
 */
public final class Topics {

    public static final TopicSpec<Deal> DEALS = source("premia.deals", "deal id", Deal.class);
    public static final TopicSpec<Lead> LEADS = source("premia.leads", "lead id", Lead.class);
    public static final TopicSpec<Call> CALLS = source("premia.calls", "call id", Call.class);
    public static final TopicSpec<Activity> ACTIVITIES = source("premia.activities", "activity id", Activity.class);
    public static final TopicSpec<Payment> PAYMENTS = source("premia.payments", "payment id", Payment.class);
    public static final TopicSpec<Survey> SURVEYS = source("premia.surveys", "survey answer id", Survey.class);
    public static final TopicSpec<Review> REVIEWS = source("premia.reviews", "review id", Review.class);
    public static final TopicSpec<Spend> SPEND = source("premia.spend", "spend line id", Spend.class);

    public static final TopicSpec<Contract> CONTRACTS = source("premia.contracts", "contract id", Contract.class);
    public static final TopicSpec<Worktime> WORKTIME = source("premia.worktime", "worktime id", Worktime.class);
    public static final TopicSpec<Market> MARKET = source("premia.market", "market figure id", Market.class);

    public static final TopicSpec<Manager> MANAGERS = reference("premia.managers", "manager id", Manager.class);
    public static final TopicSpec<Team> TEAMS = reference("premia.teams", "team id", Team.class);
    public static final TopicSpec<Customer> CUSTOMERS = reference("premia.customers", "customer id", Customer.class);
    public static final TopicSpec<Product> PRODUCTS = reference("premia.products", "product id", Product.class);
    public static final TopicSpec<Target> TARGETS = reference("premia.targets", "target id", Target.class);
    public static final TopicSpec<FxRate> FX_RATES = reference("premia.fx-rates", "rate id", FxRate.class);
    public static final TopicSpec<Calendar> CALENDARS = reference("premia.calendars", "calendar id", Calendar.class);

    public static final TopicSpec<Plan> PLANS = decisions("premia.plans", "plan id", Plan.class);
    public static final TopicSpec<Control> CONTROL = decisions("premia.control", "none", Control.class);

    public static final TopicSpec<Kpi> KPIS =
            output("premia.kpis", "subject, window and KPI", Kpi.class, Cleanup.KEEP_LATEST);
    public static final TopicSpec<Accrual> ACCRUALS =
            output("premia.accruals", "manager id", Accrual.class, Cleanup.KEEP_ALL);
    public static final TopicSpec<Accrual> SHADOW_ACCRUALS =
            output("premia.shadow-accruals", "manager id", Accrual.class, Cleanup.KEEP_ALL);
    public static final TopicSpec<Statement> STATEMENTS =
            output("premia.statements", "manager id and posting period", Statement.class, Cleanup.KEEP_LATEST);
    public static final TopicSpec<Alert> ALERTS =
            output("premia.alerts", "manager or team id", Alert.class, Cleanup.KEEP_ALL);
    public static final TopicSpec<DeadLetter> DEAD_LETTERS =
            output("premia.dead-letters", "key of the rejected record", DeadLetter.class, Cleanup.KEEP_ALL);

    private static final List<TopicSpec<?>> ALL = List.of(
            DEALS,
            LEADS,
            CALLS,
            ACTIVITIES,
            PAYMENTS,
            SURVEYS,
            REVIEWS,
            SPEND,
            CONTRACTS,
            WORKTIME,
            MARKET,
            MANAGERS,
            TEAMS,
            CUSTOMERS,
            PRODUCTS,
            TARGETS,
            FX_RATES,
            CALENDARS,
            PLANS,
            CONTROL,
            KPIS,
            ACCRUALS,
            SHADOW_ACCRUALS,
            STATEMENTS,
            ALERTS,
            DEAD_LETTERS);

    private Topics() {}

    /** All topics, inputs first. */
    public static List<TopicSpec<?>> all() {
        return ALL;
    }

    /** The topics of one role. */
    public static List<TopicSpec<?>> of(Role role) {
        return ALL.stream().filter(topic -> topic.role() == role).toList();
    }

    /** What a record of the topic is, in English. */
    public static String meaning(TopicSpec<?> topic) {
        return topic.equals(SHADOW_ACCRUALS)
                ? "What a plan on trial would pay: an entry in the form of premia.accruals, numbered apart, never paid."
                : topic.schema().getDoc();
    }

    /** The topic of that full name. */
    public static Optional<TopicSpec<?>> named(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    private static <T extends SpecificRecord> TopicSpec<T> source(String name, String key, Class<T> type) {
        return new TopicSpec<>(name, key, type, Role.SOURCE, Cleanup.KEEP_ALL, Partitioning.BY_KEY);
    }

    private static <T extends SpecificRecord> TopicSpec<T> reference(String name, String key, Class<T> type) {
        return new TopicSpec<>(name, key, type, Role.REFERENCE, Cleanup.KEEP_ALL, Partitioning.BY_KEY);
    }

    private static <T extends SpecificRecord> TopicSpec<T> decisions(String name, String key, Class<T> type) {
        return new TopicSpec<>(name, key, type, Role.CONTROL, Cleanup.KEEP_ALL, Partitioning.SINGLE);
    }

    private static <T extends SpecificRecord> TopicSpec<T> output(
            String name, String key, Class<T> type, Cleanup cleanup) {
        return new TopicSpec<>(name, key, type, Role.OUTPUT, cleanup, Partitioning.BY_KEY);
    }
}
