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
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Markdown files, one by itself or many in a zip with their pictures. Nothing is ever written to disk under a name that stands in one. */
record MarkdownFiles(List<Written> files, Map<String, byte[]> pictures) {

    static final int MOST_FILES = 20_000;
    static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final int LONGEST_FILE = 10 * 1024 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** path is that in the zip, without a folder that all of it lies in. */
    record Written(String path, String text) {

        /** Without folders and ending. */
        String name() {
            return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        }
    }

    static boolean are(String name, byte[] content) {
        return zip(content) || markdown(name);
    }

    static MarkdownFiles read(String name, byte[] content) {
        return zip(content) ? unpacked(content) : new MarkdownFiles(List.of(new Written(name, text(name, content))), Map.of());
    }

    private static boolean zip(byte[] content) {
        return content.length > ZIP.length && ByteBuffer.wrap(content, 0, ZIP.length).equals(ByteBuffer.wrap(ZIP));
    }

    private static boolean markdown(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }

    private static MarkdownFiles unpacked(byte[] content) {
        var entries = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            var room = MOST_BYTES;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = wanted(entry) ? zip.readNBytes((int) Math.min(room + 1, LONGEST_FILE + 1)) : new byte[0];
                room -= bytes.length;
                if (room < 0 || entries.size() >= MOST_FILES) {
                    throw new Refused("The zip holds more than %,d files or unpacks to more than 512 MB".formatted(MOST_FILES));
                }
                if (wanted(entry)) {
                    entries.put(entry.getName(), bytes);
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Refused("The zip cannot be read: it is damaged, or locked with a password");
        }
        return sorted(entries);
    }

    /** What systems put beside files is nobody's writing. */
    private static boolean wanted(ZipEntry entry) {
        var name = entry.getName();
        return !entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.startsWith(".") && !name.contains("/.");
    }

    private static MarkdownFiles sorted(Map<String, byte[]> entries) {
        var folder = commonFolder(entries.keySet().stream().toList());
        var files = new ArrayList<Written>();
        var pictures = new HashMap<String, byte[]>();
        entries.forEach((name, bytes) -> {
            var path = name.substring(folder.length());
            if (markdown(path)) {
                files.add(new Written(path, text(path, bytes)));
            } else {
                pictures.put(path, bytes);
            }
        });
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
