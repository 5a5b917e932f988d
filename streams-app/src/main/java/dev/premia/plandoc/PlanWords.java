package dev.premia.plandoc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The words of a language for the keys, the values and the fields of plan files. */
final class PlanWords {
    private static final Properties WORDS = load("plan-words.properties");
    private static final Properties DEFINITIONS = load("kpi-definitions_ru.properties");

    private final PlanLanguage language;

    PlanWords(PlanLanguage language) {
        this.language = language;
    }

    /** What a key is called; the key itself where there is no word for it. */
    String key(String key) {
        return find("key." + key).orElse(key);
    }

    static boolean knowsKey(String key) {
        return WORDS.containsKey("key." + key);
    }

    /** The word for one of the fixed values, such as {@code slab}. */
    Optional<String> value(String value) {
        return find("value." + value);
    }

    /** What a field of a deal is called in a filter. */
    String field(String field) {
        return find("field." + field).orElse(field);
    }

    /** The window after "per": {@code month}, {@code месяц}. */
    String per(String window) {
        return find("per." + window).orElse(window);
    }

    /** The definition of a KPI of the catalogue in Russian, if there is one. */
    static Optional<String> russianDefinition(String kpi) {
        return Optional.ofNullable(DEFINITIONS.getProperty(kpi));
    }

    private Optional<String> find(String name) {
        String both = WORDS.getProperty(name);
        if (both == null) {
            return Optional.empty();
        }
        int bar = both.indexOf('|');
        return Optional.of(
                language.choose(both.substring(0, bar), both.substring(bar + 1)).strip());
    }

    private static Properties load(String resource) {
        Properties properties = new Properties();
        try (InputStream in = PlanWords.class.getResourceAsStream(resource)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
