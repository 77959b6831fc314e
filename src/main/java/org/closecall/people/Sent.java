package org.closecall.people;

import io.quarkus.qute.TemplateData;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.web.Pages;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * A form that arrived after its session had ended: every field once per value, but of its files only the names. A page
 * carries it as fields of a form of its own, whose names begin differently so that they collide with nothing there.
 *
 * @param secret a password or a token was typed, and is not here
 */
@TemplateData
public record Sent(String action, boolean multipart, List<Field> fields, List<Field> files, boolean secret) {

    static final String TOKEN = "csrf-token";
    /** Passwords and the like are typed again: no page of ours has one in it. */
    static final Set<String> UNKEPT = Set.of(TOKEN, "password", "current", "token");
    private static final String SECRET = "secret";
    private static final String KEPT = "kept.";
    private static final String CHOSEN = "chosen.";

    public record Field(String name, String value) {
    }

    static Sent in(HttpServerRequest request, boolean multipart, List<Field> files) {
        var all = request.formAttributes().entries().stream().map(entry -> new Field(entry.getKey(), multipart ? entire(entry.getValue()) : entry.getValue())).toList();
        return new Sent(request.uri(), multipart, all.stream().filter(field -> !UNKEPT.contains(field.name)).toList(), files, secret(all.stream()));
    }

    /** Netty leaves the CR before a boundary in the value when what it read last ended with it. Browsers end no value with one alone. */
    private static String entire(String value) {
        return value.endsWith("\r") ? value.substring(0, value.length() - 1) : value;
    }

    /** As it was read before it was refused. */
    static Sent in(String action, boolean multipart, FormData form) {
        var fields = new ArrayList<Field>();
        var files = new ArrayList<Field>();
        for (var name : form) {
            for (var value : UNKEPT.contains(name) ? List.<FormValue>of() : form.get(name)) {
                if (!value.isFileItem()) {
                    fields.add(new Field(name, value.getValue()));
                } else if (value.getFileName() != null && !value.getFileName().isBlank()) {
                    files.add(new Field(name, value.getFileName()));
                }
            }
        }
        var unkept = UNKEPT.stream().filter(form::contains).flatMap(name -> form.get(name).stream().filter(value -> !value.isFileItem()).map(value -> new Field(name, value.getValue())));
        return new Sent(action, multipart, fields, files, secret(unkept));
    }

    private static boolean secret(Stream<Field> fields) {
        return fields.anyMatch(field -> UNKEPT.contains(field.name) && !field.name.equals(TOKEN) && !field.value.isEmpty());
    }

    /** Who signs in has typed nothing else. */
    public boolean signIn() {
        return action.equals("/sign-in");
    }

    /** The sign-in page as it was, with where it leads on. */
    public String signInPage() {
        return "/sign-in" + fields.stream().filter(field -> field.name.equals("next")).findFirst().map(next -> "?next=" + URLEncoder.encode(Pages.inside(next.value), StandardCharsets.UTF_8)).orElse("");
    }

    /** What somebody wrote or chose, without what only the form knows of itself. */
    public List<Field> said() {
        return fields.stream().filter(field -> !field.value.isBlank() && !field.name.matches("key|version|was.*|seen|read|as|next|back|sequence")).toList();
    }

    /** As a page of ours has carried it. */
    static Sent carried(MultipartFormDataInput form) {
        return new Sent(Pages.inside(first(form, "action")), "true".equals(first(form, "multipart")), named(form, KEPT), named(form, CHOSEN), "true".equals(first(form, SECRET)));
    }

    static String first(MultipartFormDataInput form, String name) {
        return form.getValues().getOrDefault(name, List.of()).stream().filter(value -> !value.isFileItem()).map(FormValue::getValue).findFirst().orElse("");
    }

    /** Each field of files with the names of those that were chosen in it. */
    public Map<String, List<String>> chosen() {
        return files.stream().collect(Collectors.groupingBy(Field::name, Collectors.mapping(Field::value, Collectors.toList())));
    }

    private static List<Field> named(MultipartFormDataInput form, String beginning) {
        return form.getValues().entrySet().stream().filter(entry -> entry.getKey().startsWith(beginning))
                .flatMap(entry -> fields(entry.getKey().substring(beginning.length()), entry.getValue()).stream()).toList();
    }

    private static List<Field> fields(String name, Collection<FormValue> values) {
        return values.stream().filter(value -> !value.isFileItem()).map(value -> new Field(name, value.getValue())).toList();
    }
}
