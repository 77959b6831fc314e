package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.OccurrenceLink;
import org.closecall.people.Person;
import org.closecall.web.Markdown;
import org.closecall.web.Typed;

/** One thing that happened to be in our favour: what was luck this time is a hazard. hazard is null until it was filed as one. */
@TemplateData
public record Luck(String text, Occurrence hazard) {

    static final String SECTION = "luck";
    private static final Pattern LISTED = Pattern.compile("^\\s*(?:[-*+]|\\d{1,3}[.)])\\s+(?=\\S)");
    private static final int MOST = 20;
    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST = 20_000;

    /** What is saved: its paragraphs and the entries of its lists, without what only introduces a list. */
    @TemplateExtension(matchName = "luck")
    static List<Luck> of(Postmortem postmortem) {
        var texts = postmortem.sections.stream().filter(section -> section.key.equals(SECTION)).flatMap(section -> texts(section.body)).distinct().limit(MOST).toList();
        var filed = texts.isEmpty() ? Map.<String, Occurrence>of() : filed(postmortem.occurrence, texts);
        return texts.stream().map(text -> new Luck(text, filed.get(title(text)))).toList();
    }

    private static Stream<String> texts(String body) {
        var lists = body.lines().anyMatch(Luck::listed);
        return Stream.of(body.split("\\n\\s*\\n")).flatMap(block -> texts(block, lists)).map(Markdown::plain).filter(text -> !text.isEmpty());
    }

    private static Stream<String> texts(String block, boolean lists) {
        var paragraph = block.lines().takeWhile(line -> !listed(line)).collect(Collectors.joining("\n"));
        // what is indented goes on with the entry before it
        var alone = !lists || !paragraph.startsWith(" ") && !paragraph.startsWith("\t") && !paragraph.endsWith(":");
        return Stream.concat(alone ? Stream.of(paragraph) : Stream.empty(), block.lines().filter(Luck::listed).map(line -> LISTED.matcher(line).replaceFirst("")));
    }

    private static boolean listed(String line) {
        return LISTED.matcher(line).find();
    }

    private static Map<String, Occurrence> filed(Occurrence from, List<String> texts) {
        List<Occurrence> hazards = Occurrence.list("""
                from Occurrence o where o.kind = ?1 and o.deletedAt is null and o.title in ?2
                and exists (select 1 from OccurrenceLink l where l.removedAt is null and (l.source = o and l.target = ?3 or l.target = o and l.source = ?3))""",
                Kind.HAZARD, texts.stream().map(Luck::title).toList(), from);
        return hazards.stream().collect(Collectors.toMap(hazard -> hazard.title, hazard -> hazard, (one, other) -> one));
    }

    /** The hazard of that text, filed now or before; null when the text is not there any more. The caller has locked the postmortem. */
    static Occurrence file(Postmortem postmortem, String text, Person by, Instant now) {
        var luck = text == null ? null : of(postmortem).stream().filter(one -> one.text.equals(Texts.clean(text))).findFirst().orElse(null);
        if (luck == null) {
            return null;
        }
        return luck.hazard == null ? luck.filed(postmortem.occurrence, by, now) : luck.hazard;
    }

    private Occurrence filed(Occurrence from, Person by, Instant now) {
        var filed = new Occurrence();
        filed.kind = Kind.HAZARD;
        filed.title = title(text);
        filed.narrative = Typed.shortened(text, LONGEST) + "\n\nIn #" + from.number + " we were lucky with this.";
        filed.services.addAll(from.services);
        filed.file(by, now);
        OccurrenceLink.relate(filed, from, by, now);
        return filed;
    }

    /** As an action against it is asked for: short enough for an address. */
    public String asked() {
        return title(text);
    }

    private static String title(String text) {
        return Typed.shortened(text, LONGEST_TITLE);
    }
}
