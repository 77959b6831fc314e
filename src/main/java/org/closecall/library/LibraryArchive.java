package org.closecall.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.closecall.attachment.Attachment;
import org.closecall.postmortem.MarkdownExport;
import org.closecall.postmortem.Postmortem;
import org.closecall.web.Viewer;

/** All that is published, as Markdown files with their pictures, for other eyes and to be brought in elsewhere. */
@Path("/library")
class LibraryArchive {

    private static final String NAME = "postmortem-%d.md";

    @Inject
    Viewer viewer;

    @Inject
    ObjectMapper json;

    /** One postmortem of it, ready to be written. */
    private record Volume(String name, String title, String markdown, List<Attachment> pictures) {
    }

    @GET
    @Path("/zip")
    public Response show() {
        var organisation = viewer.organisation().name;
        StreamingOutput zip = out -> write(organisation, out);
        return Response.ok(zip, "application/zip").header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"postmortems-" + viewer.today() + ".zip\"").build();
    }

    /** One at a time, each in a transaction of its own: nobody waits for a slow reader. */
    private void write(String organisation, OutputStream out) throws IOException {
        var contents = new StringBuilder("# Postmortems of " + organisation + "\n\n");
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var id : ids()) {
                var volume = QuarkusTransaction.requiringNew().call(() -> volume(id));
                if (volume != null) {
                    write(volume, zip);
                    contents.append("- [").append(volume.title.replaceAll("([\\\\\\[\\]])", "\\\\$1")).append("](").append(volume.name).append(")\n");
                }
            }
            write("README.md", contents.toString(), zip);
        }
    }

    private static List<Long> ids() {
        return QuarkusTransaction.requiringNew().call(() -> Postmortem.find("select p.id from Postmortem p where p.publishedAt is not null and p.occurrence.deletedAt is null order by p.occurrence.number").project(Long.class).list());
    }

    /** Null when it has been withdrawn meanwhile. */
    private Volume volume(Long id) {
        Postmortem postmortem = Postmortem.find("from Postmortem p join fetch p.occurrence o where p.id = ?1 and p.publishedAt is not null and o.deletedAt is null", id).firstResult();
        if (postmortem == null) {
            return null;
        }
        var markdown = MarkdownExport.of(postmortem.publication, json);
        var shown = new ArrayList<Attachment>();
        for (var picture : Attachment.pictures(id)) {
            if (!picture.removed() && markdown.contains(picture.path())) {
                shown.add(picture);
                markdown = markdown.replace("(" + picture.path(), "(" + picture.path().substring(1));
            }
        }
        return new Volume(NAME.formatted(postmortem.occurrence.number), postmortem.shownTitle, markdown, shown);
    }

    private static void write(Volume volume, ZipOutputStream zip) throws IOException {
        write(volume.name, volume.markdown, zip);
        for (var picture : volume.pictures) {
            zip.putNextEntry(new ZipEntry(picture.zipName()));
            picture.write(zip);
            zip.closeEntry();
        }
    }

    private static void write(String name, String text, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
