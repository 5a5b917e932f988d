package dev.premia.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;

/** The rules of the layers below a root package, each with what to do when it is broken. */
final class Layers {
    private static final String CONTRACTS = "dev.premia.schemas..";
    private static final String CONNECTORS = "dev.premia.connectors..";

    /** The packages of the domain; each may know those before it. */
    private static final List<String> DOMAIN_ORDER =
            List.of("time", "event", "control", "fact", "credit", "kpi", "plan", "ledger", "analysis");

    /** The stages of the topology in the order in which data flows; each may know those before it. */
    private static final List<String> STAGES = List.of("facts", "customers", "managers", "groups");

    /** What the stages share; it knows none of them. */
    private static final List<String> SHARED_BY_STAGES = List.of("ingest", "message", "state", "reference", "kpis");

    private static final Set<String> NOW =
            Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone");

    private final String root;

    private Layers(String root) {
        this.root = root;
    }

    /** The rules by name. */
    static Map<String, ArchRule> rules(String root) {
        Layers layers = new Layers(root);
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domain knows the JDK and itself", layers.domainIsPure());
        rules.put("formulas alone know the expression library", layers.formulasAloneParse());
        rules.put("domain reads no clock", layers.noClock());
        rules.put("domain has no threads, files or logs", layers.noSurroundings());
        rules.put("domain has one direction", layers.domainOrder());
        rules.put("domain has leaves", layers.domainLeaves());
        rules.put("domain has no cycles", layers.noCycles("domain.(*).."));
        rules.put("packages have no cycles", layers.noCycles("(*).."));
        rules.put(
                "codec stands alone",
                layers.not(
                        "codec",
                        CODEC_FIX,
                        "topology",
                        "scenario",
                        "replay",
                        "cli",
                        "local",
                        "simulator",
                        "runtime",
                        "plandoc"));
        rules.put(
                "plan documents stand on plans alone",
                layers.not("plandoc", PLANDOC_FIX, "topology", "replay", "cli", "local", "simulator", "runtime"));
        rules.put(
                "topology stands alone",
                layers.not("topology", TOPOLOGY_FIX, "scenario", "replay", "cli", "local", "simulator", "runtime"));
        rules.put("topology has no connectors", layers.noConnectors());
        rules.put(
                "replay stands alone",
                layers.not("replay", REPLAY_FIX, "topology", "scenario", "cli", "local", "simulator", "runtime"));
        rules.put(
                "scenario stands alone",
                layers.not("scenario", SCENARIO_FIX, "topology", "cli", "local", "simulator", "runtime"));
        rules.put(
                "local stands alone",
                layers.not(
                        "local",
                        LOCAL_FIX,
                        "domain",
                        "codec",
                        "topology",
                        "replay",
                        "scenario",
                        "cli",
                        "simulator",
                        "runtime"));
        rules.put(
                "simulator stands alone",
                layers.not(
                        "simulator",
                        SIMULATOR_FIX,
                        "domain",
                        "codec",
                        "topology",
                        "replay",
                        "scenario",
                        "cli",
                        "local",
                        "runtime"));
        rules.put("local alone has the broker", layers.brokerInLocal());
        rules.put("nobody touches internals of Kafka Streams", layers.noInternals());
        rules.put("contracts stay at the edges", layers.contractsAtTheEdges());
        rules.put("stages have one direction", layers.stageOrder());
        rules.put("stages share without being known", layers.sharedByStages());
        rules.put("processors begin anew", layers.processorsBeginAnew());
        return rules;
    }

    private static final String CODEC_FIX =
            "a codec turns bytes and contracts into the domain and back; move what needs"
                    + " the stream, the replay or a command to the package that it serves";
    private static final String PLANDOC_FIX =
            "a document says what a plan says, without facts and without the stream;" + " hand in what it is to show";
    private static final String TOPOLOGY_FIX =
            "the topology is wiring over the domain; shared rules belong to the domain,"
                    + " start-up belongs to the runtime, tools to the cli";
    private static final String REPLAY_FIX = "the batch engine checks the stream and must share nothing with it but the"
            + " domain and the codecs; move what both need to the domain";
    private static final String SCENARIO_FIX =
            "a scenario is read and run by the batch engine; whoever has the stream checks"
                    + " the same expectations by an Outcome of its own";
    private static final String LOCAL_FIX =
            "the embedded broker and registry are a tool for anybody; hand in what they" + " need as options";
    private static final String SIMULATOR_FIX = "the simulator knows the contracts alone, so that it never repeats a"
            + " mistake of the domain; write down in it what it needs";

    private String in(String name) {
        return root + "." + name + "..";
    }

    private String[] in(List<String> names) {
        return names.stream().map(this::in).toArray(String[]::new);
    }

    private ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", in("domain"), "com.ezylang.evalex..")
                .because("the domain is pure; put Kafka, Avro, files and the like into codec, topology or replay and"
                        + " hand their values to the domain")
                .allowEmptyShould(true);
    }

    private ArchRule formulasAloneParse() {
        return noClasses()
                .that()
                .resideInAPackage(in("domain"))
                .and()
                .resideOutsideOfPackage(in("domain.formula"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.ezylang.evalex..")
                .because("the expression library may change; use dev.premia.domain.formula.Formula instead");
    }

    private ArchRule noClock() {
        return noClasses()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a clock is read",
                        (JavaMethodCall call) -> NOW.contains(call.getName())
                                && resideInAnyPackage("java.time..", "java.lang..")
                                        .test(call.getTargetOwner())))
                .because("what is paid follows from facts and the as-of day; take the instant as a parameter");
    }

    private ArchRule noSurroundings() {
        return noClasses()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..",
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.net..",
                                "java.util.concurrent..",
                                "java.util.logging..",
                                "org.slf4j..",
                                "java.lang.System$Logger..")
                        .or(DescribedPredicate.describe(
                                "are threads",
                                type -> type.isEquivalentTo(Thread.class) || type.isEquivalentTo(ThreadLocal.class))))
                .because("the domain computes and returns; read, log and run in parallel in the layer that calls it");
    }

    private ArchRule domainOrder() {
        return inOrder(
                "domain.",
                DOMAIN_ORDER,
                "data flows time, event, control, fact, credit, kpi, plan, ledger, analysis; move the type"
                        + " to the earlier package, or hand in an interface that the earlier package owns");
    }

    private ArchRule domainLeaves() {
        List<String> others = new ArrayList<>(DOMAIN_ORDER);
        return noClasses()
                .that()
                .resideInAnyPackage(in("domain.formula"), in("domain.money"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        in(others.stream().map(name -> "domain." + name).toList()))
                .because("formulas and money know nothing of sales; hand in a Scope or plain numbers");
    }

    private ArchRule noCycles(String slices) {
        return slices().matching(root + "." + slices)
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package; move the shared type to the lower one");
    }

    private ArchRule not(String layer, String fix, String... forbidden) {
        return noClasses()
                .that()
                .resideInAPackage(in(layer))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(forbidden).map(this::in).toArray(String[]::new))
                .because(fix);
    }

    private ArchRule noConnectors() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("topology"), in("codec"), in("domain"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CONNECTORS)
                .because("files reach the stream through topics; read files in replay, cli or a connector");
    }

    private ArchRule brokerInLocal() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("local"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..")
                .because("the classes of the broker change with every release; use dev.premia.local.LocalBroker, or"
                        + " the public clients");
    }

    private ArchRule noInternals() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.streams..internals..")
                .because("internals change without notice; use the public Processor API, or keep the state ourselves");
    }

    /** Where contracts are converted or are the product: connectors are a module of their own. */
    private ArchRule contractsAtTheEdges() {
        List<String> edges = new ArrayList<>(
                List.of(in(List.of("codec", "topology", "runtime", "cli", "simulator", "replay", "scenario"))));
        edges.addAll(List.of(CONTRACTS, CONNECTORS));
        return noClasses()
                .that()
                .resideOutsideOfPackages(edges.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CONTRACTS)
                .because(
                        "contracts are how others see us, not how we compute; convert them in codec and use the domain's"
                                + " types");
    }

    private ArchRule stageOrder() {
        return inOrder(
                "topology.",
                STAGES,
                "data flows facts, customers, managers, groups and returns through a topic;"
                        + " put what two stages say to each other into topology.message");
    }

    private ArchRule sharedByStages() {
        return noClasses()
                .that()
                .resideInAnyPackage(in(SHARED_BY_STAGES.stream()
                        .map(name -> "topology." + name)
                        .toList()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        in(STAGES.stream().map(name -> "topology." + name).toList()))
                .because("stages use messages, state and reference data, never the other way round; hand in what is"
                        + " needed");
    }

    /** A map or list that a processor keeps must be made in its init: the object outlives a failed commit. */
    private ArchRule processorsBeginAnew() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(in("topology"))
                .and()
                .areDeclaredInClassesThat()
                .areAssignableTo(Processor.class)
                .and()
                .areNotStatic()
                .and()
                .haveRawType(assignableTo(Map.class).or(assignableTo(Collection.class)))
                .should()
                .notBeFinal()
                .because(
                        "Kafka Streams initialises the same processor again after a failed commit, and what it gathered"
                                + " before would count twice; make such fields in init");
    }

    private ArchRule inOrder(String prefix, List<String> order, String fix) {
        CompositeArchRule all = null;
        for (int i = 0; i < order.size() - 1; i++) {
            List<String> later = order.subList(i + 1, order.size()).stream()
                    .map(name -> prefix + name)
                    .toList();
            ArchRule each = noClasses()
                    .that()
                    .resideInAPackage(in(prefix + order.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(in(later))
                    .allowEmptyShould(true);
            all = all == null ? CompositeArchRule.of(each) : all.and(each);
        }
        return all.because(fix);
    }
}
