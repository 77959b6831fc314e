package org.closecall.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileKindTest {

    @Test
    void tellsByWhatIsInside() {
        Map.of("\u0089PNG\r\n\u001a\n\0\0\0\rIHDRxxxx", FileKind.PNG, "\u00ff\u00d8\u00ff\u00e0xxJFIF", FileKind.JPEG, "GIF89axxxxxxxxxx", FileKind.GIF, "RIFFxxxxWEBPVP8 ", FileKind.WEBP,
                "%PDF-1.7\n", FileKind.PDF, "14:02 error rate at 12%\r\n", FileKind.TEXT, "time,rate\n14:02,12\n", FileKind.TEXT, "\u001b[31mred\u001b[0m", FileKind.TEXT, "<34>1 2026-01-05 host app", FileKind.TEXT, "a < b", FileKind.TEXT)
                .forEach((content, kind) -> assertEquals(kind, FileKind.of(bytes(content)), content));
    }

    @Test
    void refusesWhatCouldRun() {
        for (var page : List.of("<html><script>alert(1)</script>", "  \n<!DOCTYPE html>", "<svg xmlns='x' onload='alert(1)'/>", "<?xml version='1.0'?><svg/>", "<!-- x --><script>", "<SCRIPT>", "\u00ef\u00bb\u00bf<html>", "<body onload=x>", "<img src=x onerror=alert(1)>", "<style>")) {
            assertNull(FileKind.of(bytes(page)), page);
            assertTrue(FileKind.page(bytes(page)), page);
        }
    }

    @Test
    void refusesWhatIsNeither() {
        for (var other : List.of("PK\u0003\u0004zip", "MZ\u0090\0program", "\u007fELF", "text with a \0 in it", "\u00ff\u00fet\0e\0x\0t\0", "latin \u00e9", "RIFFxxxxAVI \0", "\u0089PNG\r\n\u001a\nnot a picture", " %PDF-1.4\0")) {
            assertNull(FileKind.of(bytes(other)), other);
            assertFalse(FileKind.page(bytes(other)), other);
        }
    }

    @Test
    void namesHaveNoPathNothingUnseenAndAnEndingThatFits() {
        Map.of("../../etc/passwd", "passwd.txt", "C:\\temp\\a b.LOG", "a b.log", "x.html", "x.html.txt", "..", "file.txt", "a\r\nSet-Cookie: x\u202egnp.txt", "aSet-Cookie: xgnp.txt", ".env", "env.txt", "", "file.txt", "Über \"Größe\" 😀.csv", "Über \"Größe\" 😀.csv")
                .forEach((given, tidy) -> assertEquals(tidy, FileName.tidy(given, FileKind.TEXT)));
        assertEquals("photo.jpeg", FileName.tidy("photo.JPEG", FileKind.JPEG));
        assertEquals("page.html.gif", FileName.tidy("page.html", FileKind.GIF));
        assertEquals("file.png", FileName.tidy(null, FileKind.PNG));
        assertTrue(FileName.tidy("😀".repeat(300), FileKind.TEXT).length() < 130);
        assertFalse(FileName.tidy("x" + "😀".repeat(300), FileKind.TEXT).contains("\ud83d."));
    }

    @Test
    void headersHoldNothingButPlainSigns() {
        assertEquals("attachment; filename=\"_ber __ a_b _.txt\"; filename*=UTF-8''%C3%9Cber%20%22%3B%20a%2Ab%20%F0%9F%98%80.txt", FileName.disposition("Über \"; a*b 😀.txt", false));
        assertTrue(FileName.disposition("a\r\nb.png", true).matches("[\\x20-\\x7e]+"));
        assertTrue(FileName.disposition("x.png", true).startsWith("inline;"));
    }

    /** Each sign one byte, as binary files have them. */
    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
