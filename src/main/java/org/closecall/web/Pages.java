package org.closecall.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The answers a POST gives. Pages are rendered inside the transaction, while lazy lists can still be read. */
public final class Pages {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final Pattern UNFIT = Pattern.compile("[\"<>\\[\\]^`{|}]|%(?![0-9A-Fa-f]{2})");

    private Pages() {
    }

    public static Response invalid(TemplateInstance page) {
        return page(422, page);
    }

    public static Response conflict(TemplateInstance page) {
        return page(Response.Status.CONFLICT.getStatusCode(), page);
    }

    public static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page.render()).build();
    }

    /** 303: the browser follows with a GET, so that reloading sends nothing twice. */
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** Only a path of ours: never another site, however it is spelt. Browsers send signs that no address may hold: those are encoded. */
    public static String inside(String next) {
        if (next == null || !next.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") || next.startsWith("/sign-")) {
            return "/";
        }
        var path = UNFIT.matcher(next).replaceAll(sign -> "%%%02X".formatted((int) sign.group().charAt(0)));
        try {
            return new URI(path).toString();
        } catch (URISyntaxException unreadable) {
            return "/";
        }
    }
}
