package org.closecall.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closecall.attachment.Picture;
import org.closecall.postmortem.Document;

/** The pictures that lie beside Markdown files and are shown by their texts. */
final class FilePictures {

    private static final Pattern SHOWN = Pattern.compile("(!\\[[^\\[\\]\\n]{0,1000}\\]\\(\\s{0,9}<?)([^)\\s>]{1,1000})");

    private FilePictures() {
    }

    /** Those of the file that its texts show, by their path in it. */
    static Map<String, Picture> shown(Manuscript manuscript, Map<String, byte[]> pictures) {
        var shown = new LinkedHashMap<String, Picture>();
        texts(manuscript.document()).forEach(text -> SHOWN.matcher(text).results().map(found -> path(manuscript, found.group(2))).filter(pictures::containsKey)
                .forEach(path -> shown.computeIfAbsent(path, each -> Picture.of(each.substring(each.lastIndexOf('/') + 1), pictures.get(each)))));
        return shown;
    }

    /** addresses has by its path in the file where each is kept now; the others stay as they are. */
    static String readdressed(String text, Manuscript manuscript, Map<String, String> addresses) {
        return SHOWN.matcher(text).replaceAll(picture -> Matcher.quoteReplacement(picture.group(1) + addresses.getOrDefault(path(manuscript, picture.group(2)), picture.group(2))));
    }

    private static Set<String> texts(Document document) {
        var texts = new LinkedHashSet<String>();
        document.rewritten(text -> {
            texts.add(text);
            return text;
        });
        return texts;
    }

    /** From the root of the file. */
    private static String path(Manuscript manuscript, String address) {
        var folder = Path.of("/" + manuscript.path()).getParent();
        return folder.resolve(decoded(address).replaceFirst("^/+", "")).normalize().toString().substring(1);
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return address;
        }
    }
}
