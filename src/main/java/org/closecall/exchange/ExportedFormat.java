package org.closecall.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.postmortem.Document;

/** The Markdown that Closecall exports, read back to the letter: docs/postmortem-markdown.md. */
final class ExportedFormat {

    static final String MARK = "closecall";

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Pattern BLOCK = Pattern.compile("(?dm)^<!-- closecall:([a-z-]+) (\\{.*}) -->\n.*(?:\n|\\z)\n?");
    private static final Pattern ESCAPED = Pattern.compile("(?dm)^<!-- \\\\(\\\\*)closecall:");

    private final List<Document.Text> sections = new ArrayList<>();
    private final List<Document.Factor> factors = new ArrayList<>();
    private final List<Document.Entry> timeline = new ArrayList<>();
    private final List<Document.Action> actions = new ArrayList<>();

    private ExportedFormat() {
    }

    static Manuscript read(int position, MarkdownFiles.Written file, FrontMatter matter) {
        try {
            if (!String.valueOf(Document.FORMAT).equals(matter.text(MARK))) {
                throw new Refused(file.path() + " is of format " + matter.text(MARK) + "; this Closecall reads format " + Document.FORMAT);
            }
            var document = new ExportedFormat().document(JSON.convertValue(matter.values(), Document.Head.class), matter.body());
            DocumentCheck.of(document).ifPresent(problem -> {
                throw new Refused(file.path() + ": " + problem);
            });
            return new Manuscript(position, file.path(), Texts.digest(file.text().getBytes(StandardCharsets.UTF_8)), document.head().id(), document, List.of(), null);
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            throw new Refused(file.path() + ": " + problem(wrong instanceof JsonMappingException ? wrong : wrong.getCause()));
        }
    }

    private static String problem(Throwable wrong) {
        return wrong instanceof JsonMappingException unmapped && !unmapped.getPath().isEmpty() ? unmapped.getPath().get(0).getFieldName() + " cannot be read"
                : "a line of it that begins with <!-- closecall: is damaged";
    }

    private Document document(Document.Head head, String body) throws JsonProcessingException {
        var blocks = BLOCK.matcher(body);
        for (var found = blocks.find(); found;) {
            var name = blocks.group(1);
            var what = (ObjectNode) JSON.readTree(blocks.group(2));
            var from = blocks.end();
            found = blocks.find();
            add(name, what, text(body.substring(from, found ? blocks.start() : body.length())));
        }
        return new Document(head, sections, factors, timeline, actions);
    }

    private void add(String name, ObjectNode what, String text) throws JsonProcessingException {
        switch (name) {
            case "section" -> sections.add(JSON.treeToValue(what.put("body", text), Document.Text.class));
            case "factor" -> factors.add(JSON.treeToValue(what.put("text", text), Document.Factor.class));
            case "how-known" -> known(text);
            case "entry" -> timeline.add(JSON.treeToValue(what.put("text", text), Document.Entry.class));
            case "action" -> actions.add(JSON.treeToValue(text.isEmpty() ? what : what.put("description", text), Document.Action.class));
            default -> {
                // a heading of several that follow
            }
        }
    }

    private void known(String text) {
        if (!factors.isEmpty()) {
            factors.add(factors.remove(factors.size() - 1).known(text));
        }
    }

    /** An editor may have added line feeds at the end, or taken some away. */
    private static String text(String written) {
        return ESCAPED.matcher(written.stripTrailing()).replaceAll("<!-- $1closecall:");
    }
}
