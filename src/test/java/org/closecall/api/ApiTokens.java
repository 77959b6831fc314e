package org.closecall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.Browser;

/** Tokens as people make them. */
public final class ApiTokens {

    private static final Pattern TOKEN = Pattern.compile("value=\"(cc_\\w+)\"");

    private ApiTokens() {
    }

    public static String made(Browser by, String name, String... scopes) {
        by.get("/tokens");
        var fields = new ArrayList<>(List.of("key", by.key(), "name", name, "days", "90", "until", ""));
        for (var scope : scopes) {
            fields.add("scopes");
            fields.add(scope);
        }
        by.post("/tokens", fields.toArray(String[]::new)).then().statusCode(303);
        return shown(by, "/tokens");
    }

    static String shown(Browser by, String path) {
        by.get(path);
        var found = TOKEN.matcher(by.page());
        if (!found.find()) {
            throw new IllegalStateException("No token on the page");
        }
        return found.group(1);
    }
}
