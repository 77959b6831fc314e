package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.closecall.postmortem.Part.Form;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/** The parts of a template on its form, in the order of the page: moved, added and left out until they are right. */
@TemplateData
public record PartRows(List<Part> parts) {

    private static final int MOST = 40;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_GUIDANCE = 1_000;
    private static final String ORDER = "Order";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,49}");
    /** Names of other fields and places of the writing page. */
    private static final Set<String> TAKEN = Set.of(Slot.TITLE, Slot.FACILITATOR, Part.PREVENT, Part.LIMIT, "answers", "factors", "timeline", "actions", "then", "choice", "csrf-token", "writing", "progress",
            "publication", "published", "errors", "main", "template");

    /** What most begin with. */
    static PartRows begin() {
        return new PartRows(List.of(Part.blank(Form.TEXT), Part.blank(Form.FACTORS), Part.blank(Form.ACTIONS)));
    }

    /** The field row says in which order they stand, whatever their numbers are. */
    static PartRows of(MultivaluedMap<String, String> form) {
        return new PartRows(form.getOrDefault("row", List.of()).stream().distinct().map(row -> part(form, row)).toList());
    }

    private static Part part(MultivaluedMap<String, String> form, String row) {
        var chosen = Typed.choice(Form.class, form.getFirst("form." + row));
        var kind = chosen == null ? Form.TEXT : chosen;
        var key = Texts.orEmpty(form.getFirst("key." + row));
        var guidance = kind.text() ? Texts.clean(form.getFirst("guidance." + row)).strip() : "";
        return new Part(kind, !kind.text() ? kind.key : KEY.matcher(key).matches() && !TAKEN.contains(key) ? key : "", Texts.line(form.getFirst("title." + row)), guidance, form.containsKey("required." + row));
    }

    /** move is such as up.3, down.0, remove.2 or add.TIMELINE; anything else changes nothing. */
    PartRows arranged(String move) {
        var words = Texts.orEmpty(move).split("\\.", 2);
        var changed = new ArrayList<>(parts);
        var row = words.length == 2 && words[1].matches("\\d{1,3}") ? Integer.parseInt(words[1]) : -1;
        var other = "up".equals(words[0]) ? row - 1 : row + 1;
        if ("add".equals(words[0])) {
            addable().stream().filter(form -> form.name().equals(words[1])).forEach(form -> changed.add(Part.blank(form)));
        } else if ("remove".equals(words[0]) && row >= 0 && row < parts.size()) {
            changed.remove(row);
        } else if (List.of("up", "down").contains(words[0]) && Math.min(row, other) >= 0 && Math.max(row, other) < parts.size()) {
            Collections.swap(changed, row, other);
        }
        return new PartRows(changed);
    }

    /** Texts as many as one likes, of the others what is not there yet. */
    public List<Form> addable() {
        return Arrays.stream(Form.values()).filter(form -> form.text() || parts.stream().noneMatch(part -> part.form() == form)).toList();
    }

    /** A key is made from the title once: texts are found by it in every version. */
    PartRows keyed() {
        var keys = parts.stream().map(Part::key).collect(Collectors.toCollection(LinkedHashSet::new));
        return new PartRows(parts.stream().map(part -> part.key().isEmpty() ? part.keyed(fresh(part.title(), keys)) : part).toList());
    }

    private static String fresh(String title, Set<String> keys) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-$", "");
        var start = plain.isEmpty() ? "section" : plain.substring(0, Math.min(40, plain.length())).replaceAll("-$", "");
        var key = start;
        for (var next = 2; TAKEN.contains(key) || !keys.add(key); next++) {
            key = start + "-" + next;
        }
        return key;
    }

    void check(Errors errors) {
        for (var place = 0; place < parts.size(); place++) {
            var part = parts.get(place);
            if (part.title().isEmpty()) {
                errors.add("title." + place, "Part " + (place + 1) + ": what is its heading?");
            }
            TemplateForm.atMost(errors, "title." + place, part.title(), LONGEST_TITLE);
            TemplateForm.atMost(errors, "guidance." + place, part.guidance(), LONGEST_GUIDANCE);
        }
        if (Part.sections(parts).isEmpty()) {
            errors.add("parts", "It asks for no text: add a section");
        } else if (parts.size() > MOST) {
            errors.add("parts", "At most " + MOST + " parts: nobody fills in more");
        } else if (parts.stream().map(Part::key).filter(key -> !key.isEmpty()).distinct().count() < parts.stream().filter(part -> !part.key().isEmpty()).count()) {
            errors.add("parts", "A part is there twice: leave one out");
        }
    }

    void snapshot(Map<String, String> fields) {
        fields.put(ORDER, parts.stream().map(Part::key).collect(Collectors.joining(", ")));
        parts.forEach(part -> fields.put(label(part.key()), part.title() + (part.required() ? " (needed to publish)" : "") + (part.guidance().isEmpty() ? "" : "\n" + part.guidance())));
    }

    PartRows merged(PartRows saved, Conflict conflict) {
        var theirs = conflict.taken().contains(ORDER);
        var mine = byKey(this);
        var other = byKey(saved);
        var keys = new LinkedHashSet<>((theirs ? other : mine).keySet());
        keys.addAll((theirs ? mine : other).keySet());
        return new PartRows(keys.stream().map(key -> conflict.merged(label(key), mine.get(key), other.get(key))).filter(Objects::nonNull).toList());
    }

    private static Map<String, Part> byKey(PartRows rows) {
        var parts = new LinkedHashMap<String, Part>();
        rows.parts.forEach(part -> parts.put(part.key(), part));
        return parts;
    }

    private static String label(String key) {
        return "Part “" + key + "”";
    }
}
