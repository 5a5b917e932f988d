package dev.premia.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compatibility level and mode, of the registry and of subjects. */
final class SettingRoutes {
    private final RegistryService service;

    SettingRoutes(RegistryService service) {
        this.service = service;
    }

    Object config(RegistryRequest request) {
        Optional<String> subject = subject(request);
        if (request.is("PUT")) {
            String level = level(request);
            service.set(Setting.COMPATIBILITY, subject, Optional.of(level));
            return Map.of("compatibility", level);
        }
        return Map.of("compatibilityLevel", readOrDelete(Setting.COMPATIBILITY, subject, request));
    }

    Object mode(RegistryRequest request) {
        Optional<String> subject = subject(request);
        if (request.is("PUT")) {
            String mode = request.json().path("mode").asText("").toUpperCase(Locale.ROOT);
            if (!Set.of(RegistryService.READ_WRITE, RegistryService.READ_ONLY).contains(mode)) {
                throw RegistryException.invalidMode();
            }
            service.set(Setting.MODE, subject, Optional.of(mode));
            return Map.of("mode", mode);
        }
        return Map.of("mode", readOrDelete(Setting.MODE, subject, request));
    }

    private static Optional<String> subject(RegistryRequest request) {
        if (request.length() > 2) {
            throw RegistryException.noSuchResource();
        }
        return request.length() == 2 ? Optional.of(request.segment(1)) : Optional.empty();
    }

    private static String level(RegistryRequest request) {
        JsonNode level = request.json().path("compatibility");
        CompatibilityLevel known =
                level.isTextual() ? CompatibilityLevel.forName(level.asText().toUpperCase(Locale.ROOT)) : null;
        if (known == null) {
            throw RegistryException.invalidCompatibility();
        }
        return known.name();
    }

    /** The value in force; a deletion gives the value that was in force until then. */
    private String readOrDelete(Setting setting, Optional<String> subject, RegistryRequest request) {
        if (!request.is("GET") && !request.is("DELETE")) {
            throw RegistryException.methodNotAllowed();
        }
        boolean fallBack = subject.isEmpty() || (request.is("GET") && request.flag("defaultToGlobal"));
        String value = service.catalog()
                .setting(setting, subject)
                .or(() -> fallBack ? Optional.of(service.globalSetting(setting)) : Optional.empty())
                .orElseThrow(() -> RegistryException.settingNotFound(setting, subject.orElseThrow()));
        if (request.is("DELETE")) {
            service.set(setting, subject, Optional.empty());
        }
        return value;
    }
}
