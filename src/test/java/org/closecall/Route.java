package org.closecall;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** An address the application answers, read from its resources: what is added is tested without being listed. */
public record Route(String verb, String path, String consumes, List<String> scopes) {

    public static final List<Route> ALL = Classes.resources().stream().flatMap(Route::of).sorted((a, b) -> a.toString().compareTo(b.toString())).toList();

    public static List<Route> visits() {
        return ALL.stream().filter(route -> route.verb.equals("GET")).toList();
    }

    public static List<Route> forms() {
        return ALL.stream().filter(route -> route.verb.equals("POST")).toList();
    }

    /** With every part of the path that varies set to the same, such as 1. */
    public String address(String part) {
        return path.replaceAll("\\{[^}]+}", part);
    }

    /** The same under one address. */
    Route at(String address) {
        return new Route(verb, address, consumes, scopes);
    }

    boolean varies() {
        return path.contains("{");
    }

    boolean administration() {
        return path.startsWith("/admin");
    }

    boolean form() {
        return consumes.isEmpty() || consumes.contains("form");
    }

    boolean multipart() {
        return consumes.contains("multipart");
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }

    private static Stream<Route> of(JavaClass resource) {
        return resource.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(GET.class) || method.isAnnotatedWith(POST.class))
                .map(method -> new Route(method.isAnnotatedWith(POST.class) ? "POST" : "GET", path(resource, method), consumes(method), scopes(method)));
    }

    private static String path(JavaClass resource, JavaMethod method) {
        var whole = "/" + resource.getAnnotationOfType(Path.class).value() + "/" + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        var tidy = whole.replaceAll("/+", "/");
        return tidy.length() > 1 && tidy.endsWith("/") ? tidy.substring(0, tidy.length() - 1) : tidy;
    }

    /** What a token needs for it; nothing where no token opens it. */
    private static List<String> scopes(JavaMethod method) {
        return method.tryGetAnnotationOfType(SecurityRequirement.class).map(needed -> List.of(needed.scopes())).orElse(List.of());
    }

    private static String consumes(JavaMethod method) {
        return method.tryGetAnnotationOfType(Consumes.class).map(types -> String.join(",", types.value())).orElse("");
    }
}
