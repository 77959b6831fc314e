package org.closecall.library;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.Kind;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** What the library shows, all of it in the address. What cannot be meant narrows nothing. */
@TemplateData
public class LessonFilter {

    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|[^\\s\"]+");
    private static final int MOST_WORDS = 12;

    @QueryParam("text")
    public String text;
    @QueryParam("service")
    public String service;
    @QueryParam("factor")
    public String factor;
    @QueryParam("control")
    public String control;
    /** What the control did. */
    @QueryParam("did")
    public String did;
    @QueryParam("tag")
    public String tag;
    @QueryParam("kind")
    public String kind;
    /** Days, both included. */
    @QueryParam("from")
    public String from;
    @QueryParam("to")
    public String to;
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
        return any() ? address(given()) : "";
    }

    /** What is counted in lessons: those of some days, kinds and a service. Without days that can be meant, of the last twelve months. */
    LessonFilter ofYear(LocalDate today) {
        var counted = new LessonFilter();
        var last = Objects.requireNonNullElse(day(to), today);
        counted.from = Objects.requireNonNullElse(day(from), last.minusYears(1).plusDays(1)).toString();
        counted.to = last.toString();
        counted.kind = kind;
        counted.service = service;
        return counted;
    }

    /** The address of what is counted so, of one kind unless it is null. */
    String counted(Map<String, String> more, Kind one) {
        var given = given();
        given.putAll(more);
        if (one != null) {
            given.put("kind", one.name());
        }
        return "/library" + address(given);
    }

    private static String address(Map<String, String> given) {
        return given.entrySet().stream().map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&", "?", ""));
    }

    public List<Option> kinds() {
        return Kinds.options();
    }

    public List<Option> deeds() {
        return Did.options();
    }

    public LocalDate fromDay() {
        return day(from);
    }

    public LocalDate toDay() {
        return day(to);
    }

    /** Whether it asks for what the form shows only when it is opened. */
    public boolean precise() {
        return Stream.of(kind, from, to, did).anyMatch(Typed::given);
    }

    /** Null for what is no day that an occurrence can have been on. */
    private static LocalDate day(String typed) {
        var day = Typed.date(typed);
        return day == null || day.getYear() < 1 || day.getYear() > 9998 ? null : day;
    }

    Integer year() {
        return year != null && year.matches("(19|20)\\d\\d") ? Integer.valueOf(year) : null;
    }

    /** What is filled in, in the order of the form. */
    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("text", text);
        given.put("service", service);
        given.put("factor", factor);
        given.put("control", control);
        given.put("did", did);
        given.put("tag", tag);
        given.put("year", year);
        given.put("kind", kind);
        given.put("from", from);
        given.put("to", to);
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
