package dev.premia.local.registry;

import dev.premia.local.registry.SchemaCatalog.Deleted;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Which request means what. Every method gives the value that is answered as JSON, or throws what is answered instead. */
final class RegistryRoutes {
    private final RegistryService service;
    private final SchemaViews views;
    private final SettingRoutes settings;

    /** Text that is answered as it is: a schema is JSON already. */
    record Verbatim(String json) {}

    RegistryRoutes(RegistryService service) {
        this.service = service;
        this.views = new SchemaViews(service.parser());
        this.settings = new SettingRoutes(service);
    }

    Object answer(RegistryRequest request) {
        if (request.length() == 0) {
            return only(request, "GET", Map::of);
        }
        return switch (request.segment(0)) {
            case "subjects" -> subjects(request);
            case "schemas" -> schemas(request);
            case "compatibility" -> compatibility(request);
            case "config" -> settings.config(request);
            case "mode" -> settings.mode(request);
            case "contexts" -> only(request, "GET", () -> List.of("."));
            case "v1" -> metadata(request);
            default -> throw RegistryException.noSuchResource();
        };
    }

    static Object only(RegistryRequest request, String method, Supplier<Object> answer) {
        if (!request.is(method)) {
            throw RegistryException.methodNotAllowed();
        }
        return answer.get();
    }

    private Object subjects(RegistryRequest request) {
        if (request.length() == 1) {
            return only(request, "GET", () -> subjectNames(request));
        }
        String subject = request.segment(1);
        if (request.length() == 2) {
            if (request.is("DELETE")) {
                return service.deleteSubject(subject, request.flag("permanent"));
            }
            return only(request, "POST", () -> lookUp(subject, request));
        }
        if (!request.segment(2).equals("versions")) {
            throw RegistryException.noSuchResource();
        }
        return versions(subject, request);
    }

    private Object versions(String subject, RegistryRequest request) {
        if (request.length() == 3) {
            if (request.is("POST")) {
                return Map.of(
                        "id",
                        service.register(subject, SchemaBody.read(request)).id());
            }
            return only(request, "GET", () -> numbers(service.requireSubject(subject, request.deleted())));
        }
        String version = request.segment(3);
        if (request.length() == 4) {
            if (request.is("DELETE")) {
                return service.deleteVersion(subject, version, request.flag("permanent"));
            }
            return only(request, "GET", () -> views.full(version(subject, version, request), request));
        }
        if (request.matches(5, 4, "schema")) {
            return only(request, "GET", () -> new Verbatim(views.text(version(subject, version, request), request)));
        }
        if (request.matches(5, 4, "referencedby")) {
            return only(request, "GET", () -> referencedBy(version(subject, version, request)));
        }
        throw RegistryException.noSuchResource();
    }

    private SchemaVersion version(String subject, String version, RegistryRequest request) {
        return service.requireVersion(subject, version, request.deleted());
    }

    private List<String> subjectNames(RegistryRequest request) {
        return service.catalog().all(request.deleted()).stream()
                .map(SchemaVersion::subject)
                .distinct()
                .filter(subject -> subject.startsWith(request.parameter("subjectPrefix")))
                .toList();
    }

    private Map<String, Object> lookUp(String subject, RegistryRequest request) {
        SchemaVersion found = service.lookUp(subject, SchemaBody.read(request), request.deleted());
        return views.full(found, request);
    }

    private static List<Integer> numbers(List<SchemaVersion> versions) {
        return versions.stream().map(SchemaVersion::version).toList();
    }

    private List<Integer> referencedBy(SchemaVersion version) {
        return service.catalog().referringTo(version.subject(), version.version()).stream()
                .map(SchemaVersion::id)
                .distinct()
                .toList();
    }

    private Object schemas(RegistryRequest request) {
        if (request.length() == 1) {
            return only(request, "GET", () -> allSchemas(request));
        }
        if (request.matches(2, 1, "types")) {
            return only(request, "GET", () -> List.of("AVRO"));
        }
        if (request.length() < 3 || !request.segment(1).equals("ids")) {
            throw RegistryException.noSuchResource();
        }
        List<SchemaVersion> users = usersOf(request.segment(2));
        if (request.length() == 3) {
            return only(request, "GET", () -> byId(users.get(0), request));
        }
        if (request.matches(4, 3, "schema")) {
            return only(request, "GET", () -> new Verbatim(views.text(users.get(0), request)));
        }
        List<SchemaVersion> visible = users.stream().filter(request.deleted()).toList();
        if (request.matches(4, 3, "subjects")) {
            return only(request, "GET", () -> visible.stream()
                    .map(SchemaVersion::subject)
                    .distinct()
                    .toList());
        }
        if (request.matches(4, 3, "versions")) {
            return only(request, "GET", () -> visible.stream()
                    .map(user -> new SubjectVersion(user.subject(), user.version()))
                    .toList());
        }
        throw RegistryException.noSuchResource();
    }

    private record SubjectVersion(String subject, int version) {}

    private Map<String, Object> byId(SchemaVersion version, RegistryRequest request) {
        Map<String, Object> view = views.content(version, request);
        if (request.flag("fetchMaxId")) {
            view.put("maxId", service.catalog().highestId());
        }
        return view;
    }

    private List<SchemaVersion> usersOf(String idText) {
        int id;
        try {
            id = Integer.parseInt(idText);
        } catch (NumberFormatException e) {
            throw RegistryException.noSuchResource();
        }
        List<SchemaVersion> users = service.catalog().byId(id);
        if (users.isEmpty()) {
            throw RegistryException.schemaIdNotFound(id);
        }
        return users;
    }

    private List<Map<String, Object>> allSchemas(RegistryRequest request) {
        Map<String, SchemaVersion> latest = new LinkedHashMap<>();
        for (SchemaVersion version : service.catalog().all(request.deleted())) {
            if (version.subject().startsWith(request.parameter("subjectPrefix"))) {
                String key =
                        request.flag("latestOnly") ? version.subject() : version.subject() + "\0" + version.version();
                latest.put(key, version);
            }
        }
        return latest.values().stream()
                .map(version -> views.full(version, request))
                .toList();
    }

    private Object compatibility(RegistryRequest request) {
        boolean known = (request.length() == 4 || request.length() == 5)
                && request.segment(1).equals("subjects")
                && request.segment(3).equals("versions");
        if (!known) {
            throw RegistryException.noSuchResource();
        }
        return only(request, "POST", () -> testCompatibility(request));
    }

    private Map<String, Object> testCompatibility(RegistryRequest request) {
        String subject = request.segment(2);
        List<SchemaVersion> earlier = request.length() == 4
                ? service.catalog().versions(subject, Deleted.HIDE)
                : againstOne(subject, request.segment(4));
        RegistryService.Candidate candidate = SchemaBody.read(request);
        AvroSchema schema = service.parser().parse(candidate.schema(), candidate.references(), candidate.normalize());
        List<String> differences = service.differences(subject, schema, earlier);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("is_compatible", differences.isEmpty());
        if (request.flag("verbose")) {
            result.put("messages", differences);
        }
        return result;
    }

    /** Against the latest of a subject that has none yet everything is compatible; a number that is missing is an error. */
    private List<SchemaVersion> againstOne(String subject, String versionText) {
        boolean latest = RegistryService.versionNumber(versionText) < 0;
        if (latest && service.catalog().latest(subject).isEmpty()) {
            return List.of();
        }
        return List.of(service.requireVersion(subject, versionText, Deleted.HIDE));
    }

    private static Object metadata(RegistryRequest request) {
        if (request.matches(3, 2, "id")) {
            return only(request, "GET", () -> Map.of("id", "premia-local", "scope", Map.of("path", List.of())));
        }
        if (request.matches(3, 2, "version")) {
            return only(request, "GET", () -> Map.of("version", "premia-local", "commitId", ""));
        }
        throw RegistryException.noSuchResource();
    }
}
