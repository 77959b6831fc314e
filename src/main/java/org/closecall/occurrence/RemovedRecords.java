package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** What was sent to a record that is removed comes back to be copied, with who removed it: nobody types it again. */
public class RemovedRecords {

    /** What forms carry that nobody has written. */
    private static final Set<String> OURS = Set.of("csrf-token", "key", "version", "offered", "read", "keep", "side", "kind", "entry", "from");

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Occurrence occurrence, List<Written> written);
    }

    /** A field as its form named it. */
    @TemplateData
    public record Written(String name, String text) {

        /** How known, of howKnown. */
        public String label() {
            var words = name.replaceAll("([A-Z])", " $1").replace('.', ' ').toLowerCase();
            return words.substring(0, 1).toUpperCase() + words.substring(1);
        }
    }

    @ServerExceptionMapper
    public Response conflict(RemovedRecord refusal) {
        return Pages.conflict(Templates.show(Occurrence.numberedEvenRemoved(refusal.number), written(CurrentRequestManager.get().getFormData())));
    }

    private static List<Written> written(FormData form) {
        var written = new ArrayList<Written>();
        if (form != null) {
            form.forEach(name -> written.add(new Written(name, form.get(name).stream().map(RemovedRecords::text).filter(Typed::given).collect(Collectors.joining("\n")))));
        }
        written.removeIf(field -> OURS.contains(field.name()) || field.text().isEmpty());
        return written;
    }

    /** Of a file, what it is called. */
    private static String text(FormValue value) {
        return value.isFileItem() ? value.getFileName() : value.getValue();
    }
}
