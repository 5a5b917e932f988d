package dev.premia.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premia.local.registry.SchemaCatalog.Deleted;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request taken apart: method, decoded path segments, query and body. */
final class RegistryRequest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String method;
    private final List<String> path;
    private final Map<String, String> query;
    private final byte[] body;

    RegistryRequest(String method, URI uri, byte[] body) {
        this.method = method;
        this.path = segments(uri.getRawPath());
        this.query = parameters(uri.getRawQuery());
        this.body = body;
    }

    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/")) {
            if (!segment.isEmpty()) {
                // In a path, unlike in a form, a plus sign means itself.
                segments.add(decode(segment.replace("+", "%2B")));
            }
        }
        return List.copyOf(segments);
    }

    private static Map<String, String> parameters(String rawQuery) {
        Map<String, String> parameters = new HashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RegistryException.badRequest("Not a percent-encoded text: " + text);
        }
    }

    boolean is(String wanted) {
        return method.equals(wanted);
    }

    int length() {
        return path.size();
    }

    String segment(int index) {
        return path.get(index);
    }

    /** Whether the path has this length and, at the given place, this word. */
    boolean matches(int length, int index, String word) {
        return path.size() == length && path.get(index).equals(word);
    }

    boolean flag(String name) {
        return "true".equalsIgnoreCase(query.get(name));
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** Which versions the query asks for: {@code deletedOnly}, {@code deleted} or, unasked, the live ones. */
    Deleted deleted() {
        if (flag("deletedOnly")) {
            return Deleted.ONLY;
        }
        return flag("deleted") ? Deleted.SHOW : Deleted.HIDE;
    }

    /** The body as a JSON object; throws 400 for text that is no JSON and 422 for other JSON. */
    ObjectNode json() {
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (IOException e) {
            throw RegistryException.badRequest("The body is not JSON: " + e.getMessage());
        }
        if (!(tree instanceof ObjectNode object)) {
            throw RegistryException.unprocessable("The body has to be a JSON object");
        }
        return object;
    }
}
