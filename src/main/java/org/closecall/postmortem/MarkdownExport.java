package org.closecall.postmortem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.closecall.action.ActionItem;
import org.closecall.web.Formats;

/** A document as one Markdown file that reads well anywhere and can be read back to the letter: docs/postmortem-markdown.md. */
public final class MarkdownExport {

    /** A line of somebody's text that would pass for one of ours; with another backslash each time, so that it can be taken away again. */
    private static final Pattern MISTAKABLE = Pattern.compile("(?dm)^<!-- (\\\\*)closecall:");

    private final ObjectMapper json;
    private final Document document;
    private final StringBuilder out = new StringBuilder();

    private MarkdownExport(Document document, ObjectMapper json) {
        this.document = document;
        this.json = json;
    }

    /** What readers see of it. */
    public static String of(Publication publication, ObjectMapper json) {
        var shown = publication.asItStood();
        return of(Document.of(shown, ActionItem.of(shown.occurrence)), shown.asked().parts(), json);
    }

    static String of(Document document, List<Part> parts, ObjectMapper json) {
        var export = new MarkdownExport(document, json);
        export.head();
        parts.forEach(export::part);
        List.of(Part.Form.FACTORS, Part.Form.TIMELINE, Part.Form.ACTIONS).stream().filter(form -> parts.stream().noneMatch(part -> part.form() == form)).map(Part::blank).forEach(export::part);
        return export.out.toString();
    }

    private void head() {
        out.append("---\n");
        json.<ObjectNode>valueToTree(document.head()).fields().forEachRemaining(field -> field(field, ""));
        out.append("---\n\n# ").append(document.head().title()).append("\n\n");
    }

    /** JSON is YAML. */
    private void field(Map.Entry<String, JsonNode> field, String indent) {
        out.append(indent).append(field.getKey()).append(':');
        if (field.getValue().isObject()) {
            out.append('\n');
            field.getValue().fields().forEachRemaining(inner -> field(inner, "  "));
        } else {
            out.append(' ').append(written(field.getValue())).append('\n');
        }
    }

    private void part(Part part) {
        switch (part.form()) {
            case TEXT -> section(part.key(), "## ");
            case ANSWERS -> {
                heading(part);
                part.sections().forEach(answer -> section(answer.key(), "### "));
            }
            case FACTORS -> {
                heading(part);
                document.factors().forEach(this::factor);
            }
            case TIMELINE -> {
                heading(part);
                document.timeline().forEach(this::entry);
            }
            case ACTIONS -> {
                heading(part);
                document.actions().forEach(this::action);
            }
        }
    }

    private void heading(Part part) {
        block("part", Map.of("form", part.form().name()), "## " + part.title(), "");
    }

    private void section(String key, String level) {
        var text = document.section(key);
        block("section", json.createObjectNode().put("key", key).put("title", text.title()), level + text.title(), text.body());
    }

    private void factor(Document.Factor factor) {
        var leadsTo = factor.leads_to().isEmpty() ? "" : ", leads to " + factor.leads_to().stream().map(String::valueOf).collect(Collectors.joining(", "));
        block("factor", without(factor, "text", "how_known"), "### " + factor.n() + ". " + factor.category() + leadsTo + evidence(factor.evidence()), factor.text());
        if (factor.how_known() != null) {
            block("how-known", Map.of(), "**How we know:**", factor.how_known());
        }
    }

    private void entry(Document.Entry entry) {
        var since = entry.since() == null ? "" : entry.since() + ", ";
        var silence = entry.silence() == null ? "" : "*" + entry.silence() + ".* ";
        block("entry", without(entry, "text", "since", "silence"), silence + "**" + Formats.utc(entry.at()) + "** " + since + entry.kind().toLowerCase() + (entry.learned_later() ? ", learned later" : "") + evidence(entry.evidence()), entry.text());
    }

    private void action(Document.Action action) {
        block("action", without(action, "description"), "### " + action.title(), Texts.orEmpty(action.description()));
    }

    private static String evidence(String address) {
        return address == null ? "" : ", [evidence](<" + address + ">)";
    }

    private ObjectNode without(Object of, String... texts) {
        ObjectNode all = json.valueToTree(of);
        all.remove(List.of(texts));
        return all;
    }

    /** What it is, a line for those who read, an empty line, the text as it was written. */
    private void block(String name, Object what, String line, String text) {
        out.append("<!-- closecall:").append(name).append(' ').append(written(what)).append(" -->\n").append(line).append("\n\n");
        if (!text.isEmpty()) {
            out.append(MISTAKABLE.matcher(text).replaceAll("<!-- \\\\$1closecall:")).append("\n\n");
        }
    }

    /** On one line, and with nothing in it that ends a comment. */
    private String written(Object value) {
        try {
            return json.writeValueAsString(value).replace(">", "\\u003e");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
