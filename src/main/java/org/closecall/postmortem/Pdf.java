package org.closecall.postmortem;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closecall.attachment.PrintedPicture;

/** A page as a PDF. Whatever it takes comes from here: nothing is fetched from anywhere. */
public final class Pdf {

    private static final String OURS = "closecall";
    private static final Pattern IMAGE = Pattern.compile("<img src=\"/attachments/(\\d+)/[^\"]*\" alt=\"([^\"]*)\"[^>]*>");
    private static final Pattern DONE = Pattern.compile("<input type=\"checkbox\"[^>]*aria-label=\"done\"[^>]*>");
    private static final Pattern TO_DO = Pattern.compile("<input type=\"checkbox\"[^>]*>");
    /** What XML cannot hold, whatever somebody pasted. */
    private static final Pattern UNWRITABLE = Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Map<String, byte[]> files = new HashMap<>();
    private final boolean member;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf(boolean member) {
        this.member = member;
    }

    /** The links of the page lead to the site. */
    public static byte[] of(String page, URI site, boolean member) {
        var pdf = new Pdf(member);
        var home = site.toString().replaceAll("/$", "");
        var plain = UNWRITABLE.matcher(page).replaceAll("").replace("<a href=\"/", "<a href=\"" + home + "/");
        var ticked = TO_DO.matcher(DONE.matcher(plain).replaceAll("☑")).replaceAll("☐").replaceAll("<li>([☑☐])", "<li class=\"task\">$1");
        return pdf.written(IMAGE.matcher(ticked).replaceAll(pdf::picture));
    }

    /** In place of one that cannot be printed there are its words. */
    private String picture(MatchResult image) {
        var content = PrintedPicture.of(Long.parseLong(image.group(1)), member);
        if (content == null) {
            return Matcher.quoteReplacement("<span class=\"missing\">[Picture: " + image.group(2) + "]</span>");
        }
        var name = OURS + ":picture/" + image.group(1);
        files.put(name, content);
        return Matcher.quoteReplacement("<img src=\"" + name + "\" alt=\"" + image.group(2) + "\" />");
    }

    private byte[] written(String page) {
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder().useFastMode().withProducer("Closecall").withHtmlContent(page, OURS + ":/").toStream(out);
            builder.useUriResolver((base, uri) -> uri);
            builder.useProtocolsStreamImplementation(file(this::stream), OURS);
            builder.useProtocolsStreamImplementation(file(address -> InputStream.nullInputStream()), "http", "https", "ftp", "file", "jar", "data");
            fonts(builder);
            builder.run();
            return out.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void fonts(PdfRendererBuilder builder) {
        builder.useFont(() -> resource("SourceSerif4-Regular.ttf"), "Serif", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> resource("SourceSerif4-Italic.ttf"), "Serif", 400, FontStyle.ITALIC, true);
        builder.useFont(() -> resource("SourceSerif4-SemiBold.ttf"), "Serif", 600, FontStyle.NORMAL, true);
        builder.useFont(() -> resource("Inter-Regular.ttf"), "Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> resource("Inter-SemiBold.ttf"), "Sans", 600, FontStyle.NORMAL, true);
        builder.useFont(() -> resource("DejaVuSansMono.ttf"), "Mono", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> resource("DejaVuSans.ttf"), "Signs", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> resource("DroidSansFallbackFull.ttf"), "East", 400, FontStyle.NORMAL, true);
    }

    private InputStream stream(String address) {
        var picture = files.get(address);
        return picture == null ? resource(address.substring(address.lastIndexOf('/') + 1)) : new ByteArrayInputStream(picture);
    }

    private static InputStream resource(String name) {
        var there = Pdf.class.getResourceAsStream("/pdf/" + name);
        return there == null ? InputStream.nullInputStream() : there;
    }

    private static FSStreamFactory file(Function<String, InputStream> opened) {
        return address -> new FSStream() {
            @Override
            public InputStream getStream() {
                return opened.apply(address);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(opened.apply(address), StandardCharsets.UTF_8);
            }
        };
    }
}
