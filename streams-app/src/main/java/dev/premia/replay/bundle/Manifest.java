package dev.premia.replay.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bundle is about, and the SHA-256 of each of its files.
 *
 * @param manager whose statement it explains
 * @param zone the organisation's zone
 * @param currency the organisation's currency
 * @param reach whose records it holds
 * @param digest of the statement's lines
 */
public record Manifest(
        String manager,
        YearMonth period,
        ZoneId zone,
        String currency,
        Reach reach,
        boolean closed,
        String digest,
        List<Item> files) {
    /** Where it lies among the files. */
    public static final String NAME = "manifest.json";

    private static final String FORMAT = "premia-bundle-1";
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * A file of the bundle.
     *
     * @param input whether it is read to compute the statement
     */
    public record Item(String name, boolean input, long records, String sha256) {}

    public Manifest {
        files = List.copyOf(files);
    }

    byte[] toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("manager", manager);
            json.writeStringField("posting_period", period.toString());
            json.writeStringField("zone", zone.getId());
            json.writeStringField("currency", currency);
            json.writeStringField("reach", reach.name());
            json.writeStringField("closed", String.valueOf(closed));
            json.writeStringField("statement_digest", digest);
            json.writeArrayFieldStart("files");
            for (Item file : files) {
                json.writeStartObject();
                json.writeStringField("name", file.name());
                json.writeStringField("input", String.valueOf(file.input()));
                json.writeStringField("records", String.valueOf(file.records()));
                json.writeStringField("sha256", file.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws BundleException when it is none */
    static Manifest of(byte[] json, String place) {
        try (JsonParser parser = JSON.createParser(json)) {
            Map<String, String> fields = new HashMap<>();
            List<Item> files = new ArrayList<>();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        Map<String, String> item = object(parser);
                        files.add(new Item(
                                item.get("name"),
                                Boolean.parseBoolean(item.get("input")),
                                Long.parseLong(item.get("records")),
                                item.get("sha256")));
                    }
                } else {
                    fields.put(name, parser.getText());
                }
            }
            if (!FORMAT.equals(fields.get("format"))) {
                throw new BundleException(place + ": found the format '" + fields.get("format") + "', expected "
                        + FORMAT + "; write the bundle again with this release.");
            }
            return new Manifest(
                    fields.get("manager"),
                    YearMonth.parse(fields.get("posting_period")),
                    ZoneId.of(fields.get("zone")),
                    fields.get("currency"),
                    Reach.valueOf(fields.get("reach")),
                    Boolean.parseBoolean(fields.get("closed")),
                    fields.get("statement_digest"),
                    files);
        } catch (IOException | IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new BundleException(place + ": this is no manifest of a bundle (" + e.getMessage() + ").", e);
        }
    }

    private static Map<String, String> object(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, parser.getText());
        }
        return fields;
    }
}
