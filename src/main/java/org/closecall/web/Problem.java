package org.closecall.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal as programs read it (RFC 9457). errors names the fields that were wrong, where it was fields. */
@Schema(description = "A refusal as RFC 9457 writes it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(description = "The HTTP status again", examples = "422") int status,
        @Schema(description = "What sort of refusal it is", examples = "Some fields are wrong") String title,
        @Schema(description = "What was wrong here, in a sentence") String detail,
        @Schema(description = "The fields that were wrong; missing where it was not fields") List<FieldError> errors) {

    public static final String TYPE = "application/problem+json";
    /** Everything below is for programs, and only there tokens count. */
    private static final String API = "/api/v1/";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public record FieldError(@Schema(examples = "dueOn") String field, @Schema(examples = "This day has passed: today is 21 Nov 2026") String message) {
    }

    /** Whether what goes wrong at that address is said so. */
    public static boolean answers(String path) {
        return path.startsWith(API);
    }

    public static Problem of(int status, String detail) {
        return new Problem(status, title(status), detail, null);
    }

    /** What was sent may have been written or not: with the same key it is safe to send again. */
    static Problem away() {
        return of(503, "The database is away: ask again in " + DatabaseAway.SECONDS + " seconds");
    }

    public static Problem of(Errors errors) {
        return new Problem(422, title(422), errors.byField().values().stream().findFirst().orElse(null),
                errors.byField().entrySet().stream().map(error -> new FieldError(error.getKey(), error.getValue())).toList());
    }

    /** The same under another status. */
    public Problem as(int other) {
        return new Problem(other, title(other), detail, errors);
    }

    public Response response() {
        return Response.status(status).type(TYPE).entity(json()).build();
    }

    public String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read";
            case 401 -> "No valid token";
            case 403 -> "Not with this token";
            case 404 -> "There is nothing here";
            case 405 -> "Not a verb this address knows";
            case 406 -> "Only JSON is answered here";
            case 409 -> "Not as things stand";
            case 413 -> "More than fits";
            case 415 -> "Only JSON is read here";
            case 422 -> "Some fields are wrong";
            case 429 -> "Too often in a short time";
            case 503 -> "Not just now";
            default -> "Something went wrong on our side";
        };
    }
}
