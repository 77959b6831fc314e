package org.closecall.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.BreakIterator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.web.Typed;
import org.owasp.html.Encoding;

/** What vendors write, made readable and fit for the store. */
final class Texts {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufeff\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");
    /** Only real elements: “< 2 % of runs” and “<project-id>” are text. */
    private static final String ELEMENTS = "a|abbr|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul";
    private static final Pattern LINK = tag("<a\\b[^>]*?\\bhref\\s*=\\s*[\"']([^\"']*)[\"'][^>]*>(.*?)</a\\s*>");
    private static final Pattern ITEM = tag("\\s*<li\\b[^>]*>\\s*");
    private static final Pattern BREAK = tag("[ \\t]*<br\\s*/?>[ \\t]*\\n?");
    private static final Pattern BLOCK = tag("\\s*</?(?:blockquote|div|h[1-6]|hr|ol|p|pre|table|tr|ul)\\b[^>]*>\\s*");
    private static final Pattern ANY = tag("</?(?:" + ELEMENTS + ")\\b[^<>]*>");
    /** With its semicolon only: “&copy=1” in an address is no copyright sign. */
    private static final Pattern ENTITY = tag("&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});");
    private static final Pattern GAP = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");

    private static final Pattern MARKS = Pattern.compile("(?m)^#{1,6}\\s+|\\*\\*|__|`");

    private Texts() {
    }

    static String clean(String text) {
        return UNSTORABLE.matcher(text).replaceAll("").replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Lists become lines, links keep their address, everything else of HTML goes. Text without HTML stays as it is. */
    static String readable(String text) {
        if (!ANY.matcher(text).find()) {
            return clean(decoded(text));
        }
        var plain = LINK.matcher(text).replaceAll("$2 ($1)");
        plain = ITEM.matcher(plain).replaceAll("\n- ");
        plain = BREAK.matcher(plain).replaceAll("\n");
        plain = BLOCK.matcher(plain).replaceAll("\n\n");
        plain = decoded(ANY.matcher(plain).replaceAll(""));
        return clean(GAP.matcher(plain).replaceAll("\n\n"));
    }

    /** For a title: the first sentence on one line, cut at a word where it is too long. */
    static String firstSentence(String text, int most) {
        var paragraph = MARKS.matcher(readable(text)).replaceAll("").lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
        var sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(paragraph);
        var end = sentences.next();
        return Typed.shortened(end == BreakIterator.DONE ? paragraph : paragraph.substring(0, end).strip(), most);
    }

    /** in_progress becomes In progress. */
    static String capitalised(String word) {
        return word == null ? null : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).replace('_', ' ');
    }

    /** Sentences after each other; null where there are none. */
    static String joined(String... sentences) {
        var text = Stream.of(sentences).filter(Objects::nonNull).collect(Collectors.joining(". "));
        return text.isEmpty() ? null : text;
    }

    /** Some browsers send the whole path. */
    static String fileName(String given) {
        var name = given == null ? "" : clean(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1));
        return name.isEmpty() ? "incidents.json" : Typed.shortened(name, 120);
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String decoded(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(Encoding.decodeHtml(entity.group(), false)));
    }

    private static Pattern tag(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
