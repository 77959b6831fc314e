package org.closecall.web;

import jakarta.ws.rs.QueryParam;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a list shows, to and from the query of its address. */
public final class Addresses {

    private Addresses() {
    }

    /** Fills the filter from a query such as ?kind=HAZARD&text=dns. What is not of the list is left out, like paging. */
    public static <F> F read(F filter, String query) {
        for (var part : (query == null ? "" : query.replaceFirst("^\\?", "")).split("&")) {
            var pair = part.split("=", 2);
            if (pair.length == 2 && !pair[0].equals("after")) {
                set(filter, pair[0], decoded(pair[1]));
            }
        }
        return filter;
    }

    /** With its question mark; nothing when nothing is given. add is appended as further parameters. */
    public static String query(Map<String, String> given, String add) {
        var query = given.entrySet().stream().map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        var joined = query.isEmpty() || add.isEmpty() ? query + add : query + "&" + add;
        return joined.isEmpty() ? "" : "?" + joined;
    }

    /** Nothing when there is no such parameter. */
    private static void set(Object filter, String parameter, String value) {
        for (var field : filter.getClass().getFields()) {
            var known = field.getAnnotation(QueryParam.class);
            if (known != null && known.value().equals(parameter)) {
                try {
                    field.set(filter, field.getType() == List.class ? List.of(value) : value);
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
