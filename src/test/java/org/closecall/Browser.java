package org.closecall;

import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A browser without JavaScript: keeps cookies, fills in form tokens, follows nothing by itself. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private static final Pattern FIELD = Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"|<textarea[^>]* name=\"([^\"]+)\"[^>]*>\n?(.*?)</textarea>", Pattern.DOTALL);

    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();
    private String page = "";

    public static Browser visitor() {
        return new Browser();
    }

    /** Signed in as that fixture: viewer, member, other or administrator. */
    public static Browser as(String who) {
        var browser = new Browser();
        browser.get("/sign-in");
        var answer = browser.post("/sign-in", "email", who + "@example.org", "password", Fixtures.PASSWORD);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Cannot sign in as " + who + ": " + answer.statusCode());
        }
        return browser;
    }

    public Response get(String path) {
        return keep(request().urlEncodingEnabled(false).get(path));
    }

    /** Fields are name, value, name, value …; a name given twice is sent twice. */
    public Response post(String path, String... fields) {
        if (!TOKEN.matcher(page).find()) {
            get(cookies.containsKey("signed-in") ? "/password" : "/sign-in");
        }
        var request = request().contentType(ContentType.URLENC.withCharset("UTF-8")).formParam("csrf-token", first(TOKEN));
        for (var i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return keep(request.post(path));
    }

    /** As forms with very many fields are sent. */
    public Response postMultipart(String path, String... fields) {
        var request = request().multiPart("csrf-token", first(TOKEN));
        for (var i = 0; i < fields.length; i += 2) {
            request.multiPart(new MultiPartSpecBuilder(fields[i + 1]).controlName(fields[i]).charset(StandardCharsets.UTF_8).build());
        }
        return keep(request.post(path));
    }

    public Response upload(String path, String field, String file, String content) {
        if (!TOKEN.matcher(page).find()) {
            get(cookies.containsKey("signed-in") ? "/password" : "/sign-in");
        }
        return keep(request().multiPart("csrf-token", first(TOKEN)).multiPart(field, file, content.getBytes(StandardCharsets.UTF_8)).post(path));
    }

    /** Saying how long it is, as browsers do: bytes go without a length. */
    public Response upload(String path, List<String> fields, String field, List<File> files) {
        var request = request().multiPart("csrf-token", first(TOKEN));
        for (var i = 0; i < fields.size(); i += 2) {
            request.multiPart(fields.get(i), fields.get(i + 1));
        }
        files.forEach(file -> request.multiPart(field, file));
        return keep(request.post(path));
    }

    /** Several files under one name, after the other fields; files are name, bytes, name, bytes … */
    public Response upload(String path, List<String> fields, String field, Object... files) {
        if (!TOKEN.matcher(page).find()) {
            get(cookies.containsKey("signed-in") ? "/password" : "/sign-in");
        }
        var request = request().multiPart("csrf-token", first(TOKEN));
        for (var i = 0; i < fields.size(); i += 2) {
            request.multiPart(fields.get(i), fields.get(i + 1));
        }
        for (var i = 0; i < files.length; i += 2) {
            request.multiPart(field, (String) files[i], (byte[]) files[i + 1]);
        }
        return keep(request.post(path));
    }

    /** Without the form token, as a forged form would. */
    public Response forge(String path, String... fields) {
        var request = request().contentType(ContentType.URLENC).formParam("x", "y");
        for (var i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path);
    }

    /** With a token that was good once. */
    public Response stale(String path, boolean multipart, String... fields) {
        var request = request();
        if (multipart) {
            request.multiPart("csrf-token", "A".repeat(22));
        } else {
            request.contentType(ContentType.URLENC.withCharset("UTF-8")).formParam("csrf-token", "A".repeat(22));
        }
        for (var i = 0; i < fields.length; i += 2) {
            if (multipart) {
                request.multiPart(new MultiPartSpecBuilder(fields[i + 1]).controlName(fields[i]).charset(StandardCharsets.UTF_8).build());
            } else {
                request.formParam(fields[i], fields[i + 1]);
            }
        }
        return request.post(path);
    }

    /** Another window of the same browser. */
    public Browser fresh() {
        var window = new Browser();
        window.cookies.putAll(cookies);
        window.page = page;
        return window;
    }

    /** As a browser that says more of itself: name, value, name, value … */
    public Browser saying(String... headers) {
        for (var i = 0; i < headers.length; i += 2) {
            said.put(headers[i], headers[i + 1]);
        }
        return this;
    }

    /** What the field holds on the last page; empty when it holds nothing or is not there. */
    public String field(String name) {
        return fields(name).stream().findFirst().orElse("");
    }

    public List<String> fields(String name) {
        return FIELD.matcher(page).results().filter(field -> name.equals(first(field, 1, 3))).map(field -> plain(first(field, 2, 4))).toList();
    }

    /** Of all inputs that have a value and all text areas, in the page's order. */
    public List<String> fieldNames() {
        return FIELD.matcher(page).results().map(field -> first(field, 1, 3)).toList();
    }

    /** The one-time key of the form on the last page. */
    public String key() {
        return first(KEY);
    }

    public String token() {
        return first(TOKEN);
    }

    public String page() {
        return page;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private RequestSpecification request() {
        return RestAssured.given().redirects().follow(false).headers(said).cookies(cookies);
    }

    private Response keep(Response answer) {
        answer.detailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        if (answer.contentType() != null && answer.contentType().startsWith("text/html") && answer.statusCode() != 303) {
            page = answer.body().asString();
        }
        return answer;
    }

    private static String first(MatchResult field, int one, int other) {
        return field.group(one) == null ? field.group(other) : field.group(one);
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    private String first(Pattern pattern) {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " on the page");
        }
        return found.group(1);
    }
}
