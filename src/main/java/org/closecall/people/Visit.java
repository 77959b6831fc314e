package org.closecall.people;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** From where and with what somebody comes. address and device are null for what is done on the server itself. */
record Visit(String address, Origin origin, String device) {

    static final Visit SERVER = new Visit(null, Origin.SERVER, null);
    private static final int LONGEST = 80;
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    /** Set by Quarkus, whatever was sent under that name. */
    private static final String BY_TRUSTED_PROXY = "X-Forwarded-Trusted-Proxy";
    /** In this order: each names those before it among its own. */
    private static final Map<String, String> PROGRAMS = ordered("Edg", "Edge", "OPR/", "Opera", "Firefox", "Firefox", "FxiOS", "Firefox", "CriOS", "Chrome", "Chrome", "Chrome", "Safari", "Safari");
    private static final Map<String, String> SYSTEMS = ordered("Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "CrOS", "ChromeOS", "Mac OS", "macOS", "Linux", "Linux");

    static Visit here() {
        var arc = Arc.container();
        var request = arc != null && arc.requestContext().isActive() ? arc.instance(CurrentVertxRequest.class).get().getCurrent() : null;
        return request == null ? SERVER : of(request);
    }

    static Visit of(RoutingContext request) {
        var address = address(request.request());
        return new Visit(address, Origin.of(address), device(Objects.requireNonNullElse(request.request().getHeader(HttpHeaders.USER_AGENT), "")));
    }

    /**
     * The last one that is named is what the nearest proxy saw itself; those before it are what its client claimed. Believed
     * of proxies that are trusted only, which Quarkus has judged and noted as soon as the address was asked for.
     */
    private static String address(HttpServerRequest request) {
        var remote = request.remoteAddress();
        var named = "true".equals(request.getHeader(BY_TRUSTED_PROXY)) ? String.join(",", request.headers().getAll(FORWARDED_FOR)) : "";
        return !named.isBlank() ? Origin.plain(named.substring(named.lastIndexOf(',') + 1)) : remote == null || remote.hostAddress() == null ? null : Origin.plain(remote.hostAddress());
    }

    /** As its owner would call it; programs by their own names. */
    static String device(String agent) {
        var program = named(PROGRAMS, agent);
        var system = named(SYSTEMS, agent);
        var own = agent.replaceAll("[^\\x20-\\x7e]", "").strip();
        return program != null && system != null ? program + " on " + system : own.isEmpty() ? "Unknown program" : own.substring(0, Math.min(LONGEST, own.length()));
    }

    private static String named(Map<String, String> names, String agent) {
        return names.entrySet().stream().filter(name -> agent.contains(name.getKey())).map(Map.Entry::getValue).findFirst().orElse(null);
    }

    private static Map<String, String> ordered(String... pairs) {
        var ordered = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            ordered.put(pairs[i], pairs[i + 1]);
        }
        return ordered;
    }
}
