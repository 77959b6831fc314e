package org.closecall.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Markdown files, one by itself or many in a zip with their pictures. Nothing is ever written to disk under a name that stands in one. */
record MarkdownFiles(List<Written> files, Map<String, byte[]> pictures) {

    static final int MOST_FILES = 20_000;
    static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final Pattern HIDDEN = Pattern.compile("(?:^|/)\\.[^./]");
    private static final int LONGEST_FILE = 10 * 1024 * 1024;
    /** Of one with files, and of an empty one. */
    private static final List<ByteBuffer> ZIPS = List.of(ByteBuffer.wrap(new byte[] {'P', 'K', 3, 4}), ByteBuffer.wrap(new byte[] {'P', 'K', 5, 6}));
    private static final int LONGEST_FOREIGN = 2 * 1024 * 1024;

    /** path is that in the zip, without a folder that all of it lies in. */
    record Written(String path, String text) {

        /** What nobody writes by hand would hold up everybody else's imports. */
        void assertReadable() {
            if (text.length() > LONGEST_FOREIGN) {
                throw new Refused(path + " has more than 2 MB");
            }
        }

        /** Without folders and ending. */
        String name() {
            return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        }
    }

    static boolean are(String name, byte[] content) {
        return zip(content) || markdown(name) || name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    static MarkdownFiles read(String name, byte[] content) {
        if (zip(content)) {
            return unpacked(content);
        }
        if (!markdown(name)) {
            throw new Refused("The file is called a zip and is none");
        }
        return new MarkdownFiles(List.of(new Written(name, text(name, content))), Map.of());
    }

    private static boolean zip(byte[] content) {
        return content.length > 4 && ZIPS.contains(ByteBuffer.wrap(content, 0, 4));
    }

    private static boolean markdown(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }

    private static MarkdownFiles unpacked(byte[] content) {
        var entries = new ArrayList<Map.Entry<String, byte[]>>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            var room = MOST_BYTES;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = wanted(entry) ? zip.readNBytes((int) Math.min(room + 1, LONGEST_FILE + 1)) : new byte[0];
                room -= bytes.length;
                if (room < 0 || entries.size() >= MOST_FILES) {
                    throw new Refused("The zip holds more than %,d files or unpacks to more than 512 MB".formatted(MOST_FILES));
                }
                if (wanted(entry)) {
                    entries.add(Map.entry(entry.getName().replace('\\', '/').replaceFirst("^(?:\\.{0,2}/)+", ""), bytes));
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Refused("The zip cannot be read: it is damaged, or locked with a password");
        }
        return sorted(entries);
    }

    /** What systems put beside files is nobody's writing. */
    private static boolean wanted(ZipEntry entry) {
        return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/") && !HIDDEN.matcher(entry.getName()).find();
    }

    /** Two of one name are two: somebody shall see that only one comes in. */
    private static MarkdownFiles sorted(List<Map.Entry<String, byte[]>> entries) {
        var folder = commonFolder(entries.stream().map(Map.Entry::getKey).toList());
        var files = new ArrayList<Written>();
        var pictures = new HashMap<String, byte[]>();
        for (var entry : entries) {
            var path = entry.getKey().substring(folder.length());
            if (markdown(path)) {
                files.add(new Written(path, text(path, entry.getValue())));
            } else {
                pictures.put(path, entry.getValue());
            }
        }
        if (files.isEmpty()) {
            throw new Refused("There is no Markdown file in the zip: their names end in .md");
        }
        files.sort(Comparator.comparing(Written::path));
        return new MarkdownFiles(files, pictures);
    }

    /** A zip made of a folder has all of it in that folder, and another zip of the same files may not. */
    private static String commonFolder(List<String> names) {
        var slash = names.isEmpty() ? -1 : names.get(0).indexOf('/');
        var first = slash < 0 ? "" : names.get(0).substring(0, slash + 1);
        return names.stream().allMatch(name -> name.startsWith(first)) ? first : "";
    }

    private static String text(String name, byte[] content) {
        if (content.length > LONGEST_FILE) {
            throw new Refused(name + " has more than 10 MB");
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.replaceFirst("^\\ufeff", "").replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
        } catch (CharacterCodingException other) {
            throw new Refused(name + " is not UTF-8");
        }
    }
}
