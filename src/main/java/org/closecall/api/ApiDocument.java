package org.closecall.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The OpenAPI document, as a page shows it to people. */
@TemplateData
public record ApiDocument(String description, List<Operation> operations) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** body and example are empty where nothing is sent. */
    @TemplateData
    public record Operation(String verb, String path, String summary, String description, String scopes, List<Field> parameters, List<Field> body, String example, List<Answer> answers) {

        public String anchor() {
            return verb.toLowerCase(Locale.ROOT) + path.replaceAll("\\W+", "-");
        }

        /** As one types it; base is where this server was reached. */
        public String curl(String base) {
            var send = example.isEmpty() ? "" : " \\\n  -H 'Content-Type: application/json' \\\n  -d '" + example + "'";
            return "curl -s -H \"Authorization: Bearer $TOKEN\"" + send + " \\\n  '" + base + path.replace("{id}", "12") + "'";
        }
    }

    @TemplateData
    public record Field(String name, String type, boolean required, String description) {
    }

    @TemplateData
    public record Answer(String status, String description) {
    }

    static ApiDocument of(byte[] json) {
        try {
            var root = MAPPER.readTree(json);
            var operations = new ArrayList<Operation>();
            root.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(verb -> operations.add(operation(root, path.getKey(), verb.getKey(), verb.getValue()))));
            return new ApiDocument(root.path("info").path("description").asText(), operations);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Operation operation(JsonNode root, String path, String verb, JsonNode said) {
        var scopes = stream(said.path("security")).flatMap(each -> stream(each.path("token"))).map(JsonNode::asText).collect(Collectors.joining(" "));
        var parameters = stream(said.path("parameters")).map(each -> new Field(each.path("name").asText(), type(root, each.path("schema")), each.path("required").asBoolean(), each.path("description").asText())).toList();
        var content = said.path("requestBody").path("content").path("application/json");
        var example = stream(content.path("examples")).map(each -> each.path("value")).findFirst().orElse(content.path("example"));
        return new Operation(verb.toUpperCase(Locale.ROOT), path, said.path("summary").asText(), said.path("description").asText(), scopes, parameters, fields(root, content.path("schema")),
                example.isMissingNode() ? "" : example.isTextual() ? example.asText() : example.toString(), answers(said.path("responses")));
    }

    private static List<Field> fields(JsonNode root, JsonNode schema) {
        // one of several: the first says what the others are made of
        var there = resolved(root, schema.has("oneOf") ? schema.path("oneOf").path(0) : schema);
        var required = stream(there.path("required")).map(JsonNode::asText).toList();
        var fields = new ArrayList<Field>();
        there.path("properties").fields().forEachRemaining(each -> fields.add(new Field(each.getKey(), type(root, each.getValue()), required.contains(each.getKey()), each.getValue().path("description").asText())));
        return fields;
    }

    private static List<Answer> answers(JsonNode responses) {
        var answers = new ArrayList<Answer>();
        responses.fields().forEachRemaining(each -> answers.add(new Answer(each.getKey(), each.getValue().path("description").asText())));
        return answers.stream().sorted((one, other) -> one.status.compareTo(other.status)).toList();
    }

    /** text, number; or the words that may stand there. */
    private static String type(JsonNode root, JsonNode given) {
        var schema = resolved(root, given);
        if (schema.has("enum")) {
            return stream(schema.path("enum")).map(JsonNode::asText).collect(Collectors.joining(", "));
        }
        var type = schema.path("type").isArray() ? stream(schema.path("type")).map(JsonNode::asText).filter(each -> !each.equals("null")).collect(Collectors.joining(" or ")) : schema.path("type").asText();
        return schema.has("format") && !schema.path("format").asText().startsWith("int") ? schema.path("format").asText() : type;
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        var reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
