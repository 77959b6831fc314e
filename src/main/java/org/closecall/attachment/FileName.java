package org.closecall.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is called: no path, nothing that is not seen, and an ending that fits what is in it. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {
    }

    /** A name that lies about what is in the file would open it in the wrong program once it is saved. */
    static String tidy(String given, FileKind kind) {
        var name = (given == null ? "" : given).replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "").replaceAll("\\s+", " ").strip().replaceAll("^\\.+", "");
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        var fits = kind.endings.contains(ending);
        var stem = cut(fits ? name.substring(0, dot) : name);
        return (stem.isBlank() ? "file" : stem) + "." + (fits ? ending : kind.endings.get(0));
    }

    /** Without its ending, as words. */
    static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** RFC 6266: plain for old programs, exact for the others. */
    static String disposition(String name, boolean shown) {
        return (shown ? "inline" : "attachment") + "; filename=\"" + name.replaceAll("[^A-Za-z0-9._ -]", "_") + "\"; filename*=UTF-8''" + encoded(name);
    }

    /** As a part of an address, and as RFC 5987 wants it. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }

    private static String cut(String name) {
        var end = Math.min(name.length(), LONGEST);
        return name.substring(0, end > 0 && end < name.length() && Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }
}
