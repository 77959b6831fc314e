package org.closecall.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.closecall.occurrence.Kind;
import org.closecall.postmortem.Document;
import org.closecall.web.Typed;

/** A postmortem somebody wrote in Markdown: its headings name our sections, and what is headed otherwise keeps its own heading. */
final class HeadingsFormat {

    private static final Pattern OTHERS = Pattern.compile("(?i)readme|index|license|contributing|changelog|code.of.conduct");
    private static final Pattern BLANK_FORM = Pattern.compile("(?i)(?:.*\\W)?template");
    private static final Set<String> KINDS = Set.of("incident", "nearmiss", "hazard", "postmortem", "outage");
    private static final Set<String> DRAFTS = Set.of("draft", "in review", "review", "open", "in progress");
    private static final Set<String> PUBLISHED = Set.of("published", "final", "complete", "completed", "done", "closed", "resolved");
    private static final int LONGEST_TITLE = 160;

    private final FrontMatter matter;
    private final Kind kind;
    private final Map<String, Document.Text> sections = new LinkedHashMap<>();
    private final List<Document.Factor> factors = new ArrayList<>();
    private final List<Document.Entry> timeline = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final Instant now;
    private String stats = "";

    private HeadingsFormat(FrontMatter matter, Instant now) {
        this.matter = matter;
        this.kind = kind();
        this.now = now;
    }

    static Manuscript read(int position, MarkdownFiles.Written file, FrontMatter matter, Instant now) {
        file.assertReadable();
        var digest = Texts.digest(file.text().getBytes(StandardCharsets.UTF_8));
        var format = new HeadingsFormat(matter, now);
        var headings = Headings.of(matter.body());
        format.fill(headings);
        var reason = format.notWanted(file, headings);
        return reason != null ? new Manuscript(position, file.path(), digest, null, null, List.of(), reason)
                : new Manuscript(position, file.path(), digest, null, format.document(title(file, matter, headings)), format.notes(), null);
    }

    private String notWanted(MarkdownFiles.Written file, Headings headings) {
        if (BLANK_FORM.matcher(file.name()).matches()) {
            return "A template by its name";
        }
        if (OTHERS.matcher(file.name()).matches() && headings.pieces().stream().noneMatch(piece -> SectionNames.known(piece.heading()))) {
            return "Not a postmortem by its name and headings";
        }
        return sections.values().stream().allMatch(text -> text.body().replaceAll("[\\s\\p{Punct}]", "").isEmpty()) && factors.isEmpty() && timeline.isEmpty() ? "Nothing is written in it"
                : sections.values().stream().anyMatch(text -> text.body().length() > 500_000) ? "A section of it has more than 500,000 characters" : null;
    }

    private static String title(MarkdownFiles.Written file, FrontMatter matter, Headings headings) {
        var given = matter.text("title");
        var title = given != null ? given : headings.title() != null && !headings.title().isBlank() ? headings.title() : file.name().replace('_', ' ');
        return Typed.shortened(title.replaceAll("\\s+", " ").strip(), LONGEST_TITLE);
    }

    private void fill(Headings headings) {
        put(SectionNames.SUMMARY, "Summary", headings.before());
        headings.pieces().forEach(this::fill);
    }

    private void fill(Headings.Piece piece) {
        var key = SectionNames.key(piece.heading());
        if (SectionNames.FACTORS.equals(key)) {
            factors(piece);
        } else if (SectionNames.TIMELINE.equals(key)) {
            timeline(piece);
        } else if (key != null) {
            put(key, piece.heading(), piece.text());
        } else {
            keep(piece.heading(), piece.text());
        }
    }

    /** Several under one of our headings follow each other under theirs. */
    private void put(String key, String heading, String text) {
        if (!text.isBlank()) {
            sections.merge(key, new Document.Text(key, heading, text), (a, b) -> new Document.Text(key, a.title(), a.body() + "\n\n### " + heading + "\n\n" + b.body()));
        }
    }

    private void keep(String heading, String text) {
        if (!text.isBlank()) {
            var key = "own-" + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            put(key, Typed.shortened(heading, 100), text);
            kept.add(heading);
            stats = SectionNames.stats(heading) ? text : stats;
        }
    }

    private void factors(Headings.Piece piece) {
        var items = piece.items();
        items.items().forEach(item -> factors.add(factor(item)));
        if (items.items().isEmpty() && !items.beside().isBlank()) {
            factors.add(factor(items.beside()));
        } else if (!items.beside().isBlank()) {
            keep(piece.heading(), items.beside());
        }
    }

    /** What it is about is for people to say. */
    private Document.Factor factor(String text) {
        return new Document.Factor(factors.size() + 1, null, null, List.of(), text, null);
    }

    private void timeline(Headings.Piece piece) {
        var read = TimelineText.of(piece.text(), matter, now);
        timeline.addAll(read.entries());
        notes.addAll(read.notes());
        keep(piece.heading(), read.rest());
    }

    private Document document(String title) {
        var times = new Times(matter, timeline, stats, notes);
        var published = Times.at(matter.text("published", "published_at"), ZoneOffset.UTC);
        var draft = draft();
        var severity = SectionNames.severity(matter.text("severity", "sev", "priority"), notes);
        var head = new Document.Head(Document.FORMAT, null, 0, title, title, kind.name(), kind.incident() ? severity : null, kind.incident() ? null : severity, null,
                matter.list("services", "service", "systems"), matter.list("tags", "tag", "labels"), times.moments(kind), SectionNames.detection(matter.text("detection", "detected_by")), null,
                draft ? "draft" : "published", null, matter.list("authors", "author", "owner"), null, draft ? null : published, matter.text("template"), null, null, times.day());
        return new Document(head, List.copyOf(sections.values()), factors, timeline, List.of());
    }

    private List<String> notes() {
        var said = new ArrayList<>(notes);
        if (!kept.isEmpty()) {
            said.add("under its own heading: " + String.join(", ", kept.stream().distinct().toList()));
        }
        var counts = factors.size() + " contributing factor" + (factors.size() == 1 ? "" : "s") + ", " + timeline.size() + " timeline entr" + (timeline.size() == 1 ? "y" : "ies");
        said.add(0, counts);
        return said;
    }

    private Kind kind() {
        var named = matter.text("kind", "type");
        var plain = named == null ? "" : named.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (named != null && !KINDS.contains(plain)) {
            notes.add("kind “" + Typed.shortened(named, 40) + "” is none of ours: it comes in as an incident");
        }
        return plain.equals("nearmiss") ? Kind.NEAR_MISS : plain.equals("hazard") ? Kind.HAZARD : Kind.INCIDENT;
    }

    /** Whether it is not yet to be read by all. */
    private boolean draft() {
        var state = matter.text("state", "status");
        var plain = state == null ? "published" : state.toLowerCase(Locale.ROOT);
        if (!DRAFTS.contains(plain) && !PUBLISHED.contains(plain)) {
            notes.add("state “" + Typed.shortened(state, 40) + "” is none of ours: it comes in as published");
        }
        return DRAFTS.contains(plain);
    }
}
