package dev.premia.local.registry;

import java.util.List;

/** A request that is answered with an error: HTTP status, Confluent's error code and a text for people. */
final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private RegistryException(int status, int code, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    private static RegistryException of(int status, int code, String message) {
        return new RegistryException(status, code, message, null);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    static RegistryException badRequest(String message) {
        return of(400, 400, message);
    }

    static RegistryException noSuchResource() {
        return of(404, 404, "HTTP 404 Not Found");
    }

    static RegistryException methodNotAllowed() {
        return of(405, 405, "HTTP 405 Method Not Allowed");
    }

    static RegistryException subjectNotFound(String subject) {
        return of(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryException versionNotFound(int version) {
        return of(404, 40402, "Version " + version + " not found.");
    }

    static RegistryException schemaNotFound() {
        return of(404, 40403, "Schema not found");
    }

    static RegistryException schemaIdNotFound(int id) {
        return of(404, 40403, "Schema " + id + " not found");
    }

    static RegistryException subjectSoftDeleted(String subject) {
        return of(404, 40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryException subjectNotSoftDeleted(String subject) {
        return of(404, 40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryException versionSoftDeleted(String subject, int version) {
        return of(
                404,
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryException versionNotSoftDeleted(String subject, int version) {
        return of(
                404,
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static RegistryException settingNotFound(Setting setting, String subject) {
        boolean mode = setting == Setting.MODE;
        return of(
                404,
                mode ? 40409 : 40408,
                "Subject '" + subject + "' does not have subject-level " + (mode ? "mode" : "compatibility")
                        + " configured");
    }

    static RegistryException incompatible(String subject, List<String> details) {
        return of(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + details);
    }

    static RegistryException unprocessable(String message) {
        return of(422, 422, message);
    }

    static RegistryException invalidSchema(String message) {
        return of(422, 42201, message);
    }

    static RegistryException invalidVersion(String version) {
        return of(
                422,
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryException invalidCompatibility() {
        return of(
                422,
                42203,
                "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, "
                        + "forward_transitive, and full_transitive");
    }

    static RegistryException invalidMode() {
        return of(422, 42204, "Invalid mode. Valid values are READWRITE and READONLY");
    }

    static RegistryException notPermitted(String message) {
        return of(422, 42205, message);
    }

    static RegistryException referenced(String subject, int version, List<Integer> ids) {
        return of(
                422,
                42206,
                "One or more references exist to the schema {subject=" + subject + ",version=" + version
                        + "}. Used by schema ids " + ids);
    }

    static RegistryException invalidSubject(String subject) {
        return of(422, 42208, "The specified subject '" + subject + "' is not a valid.");
    }

    static RegistryException storeFailed(String message, Throwable cause) {
        return new RegistryException(500, 50001, "Error in the backend data store: " + message, cause);
    }
}
