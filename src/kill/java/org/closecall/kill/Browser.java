package org.closecall.kill;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Somebody at a browser without JavaScript, who asks again until there is an answer. */
final class Browser {

    private static final Pattern FIELD = Pattern.compile("<input(?![^>]*type=\"(?:radio|checkbox|file)\")[^>]* name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"|<textarea[^>]* name=\"([^\"]+)\"[^>]*>\n?(.*?)</textarea>", Pattern.DOTALL);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long PAUSE = 150;
    /** Longer than any recovery: who has no answer by then will have none. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Of all browsers: sendings that got no answer, and answers that said "not now" or worse. */
    static final AtomicInteger UNANSWERED = new AtomicInteger();
    static final AtomicInteger NOT_NOW = new AtomicInteger();
    static final AtomicInteger FAILED = new AtomicInteger();

    private final HttpClient client;
    private final String address;

    Browser(String address) {
        this(address, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).connectTimeout(Duration.ofSeconds(5)).build());
    }

    private Browser(String address, HttpClient client) {
        this.address = address;
        this.client = client;
    }

    /** The same browser, sent to another instance: its cookies go along, as behind one name. */
    Browser at(Site other) {
        return new Browser(other.address(), client);
    }

    /** The status of a sending that need not be accepted. */
    int status(String path, Map<String, String> fields) throws InterruptedException {
        return insist(form(path, fields)).statusCode();
    }

    /** The fields of a page's forms, the first of each name. */
    Map<String, String> fields(String path) throws InterruptedException {
        var page = insist(request(path).GET().build());
        if (page.statusCode() != 200) {
            throw new IllegalStateException("GET " + path + " answered " + page.statusCode());
        }
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(page.body()).results().forEach(field -> fields.putIfAbsent(field.group(1) == null ? field.group(3) : field.group(1), plain(field.group(1) == null ? field.group(4) : field.group(2))));
        return fields;
    }

    /** Sends exactly this until it is acknowledged; returns where it leads. */
    String send(String path, Map<String, String> fields) throws InterruptedException {
        var answer = insist(form(path, fields));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("POST " + path + " answered " + answer.statusCode() + " to " + fields + ": " + answer.body().replaceAll("<[^>]*>|\\s+", " ").replaceAll(" +", " "));
        }
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^" + Pattern.quote(address), "");
    }

    private HttpRequest form(String path, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(encoded(name)).append('=').append(encoded(value)));
        return request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body.toString())).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(LONGEST);
    }

    private HttpResponse<String> insist(HttpRequest request) throws InterruptedException {
        for (var end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end;) {
            try {
                var answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return answer;
                }
                (answer.statusCode() == 503 ? NOT_NOW : FAILED).incrementAndGet();
            } catch (IOException unanswered) {
                UNANSWERED.incrementAndGet();
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException(request.method() + " " + request.uri() + " was not answered for " + PATIENCE.toMinutes() + " min");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
