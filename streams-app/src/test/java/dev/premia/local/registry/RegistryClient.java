package dev.premia.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The registry's interface as a person with curl sees it: status and JSON. */
final class RegistryClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final String baseUrl;

    RegistryClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    record Answer(int status, JsonNode json) {
        int errorCode() {
            return json.path("error_code").asInt();
        }

        String message() {
            return json.path("message").asText();
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    Answer post(String path, String json) {
        return send("POST", path, json);
    }

    Answer register(String subject, String schema) {
        return post("/subjects/" + subject + "/versions", body(schema));
    }

    /** Registers and gives the id; fails when the registry refuses. */
    int registered(String subject, String schema) {
        Answer answer = register(subject, schema);
        if (answer.status() != 200) {
            throw new AssertionError("Not registered: " + answer);
        }
        return answer.json().path("id").asInt();
    }

    /** The body that carries a schema. */
    static String body(String schema) {
        return JSON.createObjectNode().put("schema", schema).toString();
    }

    /** The body that carries a schema which refers to another one. */
    static String body(String schema, String name, String subject, int version) {
        ObjectNode body = JSON.createObjectNode().put("schema", schema).put("schemaType", "AVRO");
        body.putArray("references")
                .addObject()
                .put("name", name)
                .put("subject", subject)
                .put("version", version);
        return body.toString();
    }

    Answer send(String method, String path, String json) {
        HttpRequest.BodyPublisher publisher =
                json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, publisher)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
