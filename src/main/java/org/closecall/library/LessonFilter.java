package org.closecall.library;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.closecall.web.Typed;

/** What the library shows, all of it in the address. What cannot be meant narrows nothing. */
@TemplateData
public class LessonFilter {

    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|[^\\s\"]+");
    private static final int MOST_WORDS = 12;
    /** A word of the search may stand anywhere in what was published, or in the record. */
    private static final String FOUND = """
            (numnode(%1$s) = 0 or o.search @@ %1$s or p.publication_id in (select x.id from publication x where x.search @@ %1$s))""";

    @QueryParam("text")
    public String text;
    @QueryParam("service")
    public String service;
    @QueryParam("factor")
    public String factor;
    @QueryParam("control")
    public String control;
    @QueryParam("tag")
    public String tag;
    @QueryParam("year")
    public String year;
    @QueryParam("after")
    public String after;

    public boolean any() {
        return !given().isEmpty();
    }

    public boolean narrowed() {
        return given().keySet().stream().anyMatch(name -> !name.equals("text"));
    }

    /** The address of the same search, further down. */
    public String query(String next) {
        return "?" + (any() ? first().substring(1) + "&" : "") + "after=" + next;
    }

    public String first() {
        return any() ? given().entrySet().stream().map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&", "?", "")) : "";
    }

    /** SQL conditions on postmortem p of occurrence o, and their parameters. Years are those of the zone. */
    String conditions(ZoneId zone, Map<String, Object> bound) {
        var where = new StringBuilder("p.published_at is not null and o.deleted_at is null");
        for (var word : words()) {
            var name = "word" + bound.size();
            where.append(" and ").append(FOUND.formatted("phraseto_tsquery('english', :" + name + ")"));
            bound.put(name, word);
        }
        narrow(where, bound, " and exists (select 1 from occurrence_service os where os.occurrence_id = o.id and os.service_id = :service)", "service", Typed.id(service));
        narrow(where, bound, " and exists (select 1 from publication_factor f where f.publication_id = p.publication_id and f.category_id = :factor)", "factor", Typed.id(factor));
        narrow(where, bound, " and exists (select 1 from occurrence_control oc where oc.occurrence_id = o.id and oc.control_id = :control)", "control", Typed.id(control));
        narrow(where, bound, " and exists (select 1 from occurrence_tag ot join tag t on t.id = ot.tag_id where ot.occurrence_id = o.id and lower(t.name) = lower(:tag))", "tag",
                Typed.given(tag) ? tag.strip().replace("\0", "") : null);
        if (year() != null) {
            where.append(" and o.occurred_at >= :begin and o.occurred_at < :end");
            bound.put("begin", begin(year(), zone));
            bound.put("end", begin(year() + 1, zone));
        }
        return where.toString();
    }

    private static void narrow(StringBuilder where, Map<String, Object> bound, String condition, String name, Object value) {
        if (value != null) {
            where.append(condition);
            bound.put(name, value);
        }
    }

    private static Object begin(int year, ZoneId zone) {
        return ZonedDateTime.of(year, 1, 1, 0, 0, 0, 0, zone).withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime();
    }

    private Integer year() {
        return year != null && year.matches("(19|20)\\d\\d") ? Integer.valueOf(year) : null;
    }

    /** What is filled in, in the order of the form. */
    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("text", text);
        given.put("service", service);
        given.put("factor", factor);
        given.put("control", control);
        given.put("tag", tag);
        given.put("year", year);
        given.values().removeIf(value -> !Typed.given(value));
        return given;
    }

    List<String> words() {
        return Typed.given(text) ? WORD.matcher(text.replace("\0", "")).results().map(LessonFilter::word).limit(MOST_WORDS).toList() : List.of();
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group() : found.group(1);
    }
}
