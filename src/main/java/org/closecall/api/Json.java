package org.closecall.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.PlainText;
import org.closecall.web.Problem;

/** What programs send: read strictly, so that a misspelt field is refused rather than forgotten. */
public final class Json {

    private static final int MOST = 256 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addModule(new SimpleModule().addDeserializer(String.class, new WholeText()))
            .withCoercionConfig(LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail).setCoercion(CoercionInputShape.Float, CoercionAction.Fail).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)).build();

    private Json() {
    }

    /** Texts as forms bring them: without what cannot be kept. */
    private static final class WholeText extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return PlainText.whole(super.deserialize(parser, context));
        }
    }

    /** One object, or a list of them that may be empty and may have nulls in it. */
    public record Some<T>(List<T> all, boolean list) {
    }

    @FunctionalInterface
    private interface Reading<T> {

        T of(byte[] bytes) throws IOException;
    }

    /** Never null. */
    public static <T> T read(InputStream body, Class<T> as) {
        return read(body, bytes -> MAPPER.readValue(bytes, as));
    }

    public static <T> Some<T> readSome(InputStream body, Class<T> as) {
        return read(body, bytes -> {
            if (new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("[")) {
                return new Some<>(MAPPER.readValue(bytes, MAPPER.getTypeFactory().constructCollectionType(List.class, as)), true);
            }
            var one = MAPPER.readValue(bytes, as);
            return one == null ? null : new Some<>(List.of(one), false);
        });
    }

    private static <T> T read(InputStream body, Reading<T> reading) {
        try {
            var bytes = body.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw refused(Problem.of(413, "A request may have 256 KB at most"));
            }
            var read = bytes.length == 0 ? null : reading.of(bytes);
            if (read == null) {
                throw refused(Problem.of(400, "The body is empty: send a JSON object"));
            }
            return read;
        } catch (JsonProcessingException broken) {
            throw refused(said(broken));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public static WebApplicationException refused(Problem problem) {
        return new WebApplicationException(problem.response());
    }

    /** What an Idempotency-Key stands for: the same words of somebody else are another key. Null where none was sent. */
    public static String key(String sent, Person by) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        if (sent.length() > 255) {
            throw refused(Problem.of(400, "An Idempotency-Key has 255 characters at most"));
        }
        return UUID.nameUUIDFromBytes((by.id + " " + sent).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Problem said(JsonProcessingException broken) {
        if (broken instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
            return Problem.of(new Errors(Map.of(field(wrong.getPath()), broken instanceof UnrecognizedPropertyException ? "There is no such field" : "This is not of the right type")));
        }
        var place = broken.getLocation();
        return Problem.of(400, (place == null ? "" : "Line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr())) + "not the JSON that is expected");
    }

    /** samples[3].good */
    private static String field(List<JsonMappingException.Reference> path) {
        return path.stream().map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName()).collect(Collectors.joining()).replaceFirst("^\\.", "");
    }
}
