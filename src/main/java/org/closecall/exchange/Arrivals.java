package org.closecall.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Organisation;
import org.closecall.people.Person;
import org.closecall.postmortem.Document;
import org.closecall.postmortem.Postmortem;

/** All postmortems of a file, brought in within the caller's transaction; in a dry run only what that would do. What is here stays as it is. */
final class Arrivals {

    private final ImportRun run;
    private final List<Manuscript> manuscripts;
    private final Map<String, byte[]> pictures;
    private final Catalogue catalogue;
    private final Instant now;
    private final Person by;
    private final Map<UUID, Postmortem> byId;
    private final Map<String, Occurrence> byPath;
    private final Set<String> seen = new HashSet<>();
    private final List<ImportLine> lines = new ArrayList<>();
    private final FileNames names = new FileNames();
    private final List<Filing> filings = new ArrayList<>();

    Arrivals(ImportRun run, List<Manuscript> manuscripts, Map<String, byte[]> pictures, Catalogue catalogue, Instant now) {
        this.run = run;
        this.manuscripts = manuscripts;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.now = now;
        this.by = run.createdBy == null ? Person.firstAdministrator() : run.createdBy;
        var ids = manuscripts.stream().map(Manuscript::id).filter(id -> id != null).toList();
        var paths = manuscripts.stream().filter(manuscript -> manuscript.id() == null).map(Manuscript::path).toList();
        byId = ids.isEmpty() ? Map.of() : Postmortem.<Postmortem>list("from Postmortem p join fetch p.occurrence where p.uid in ?1", ids).stream().collect(Collectors.toMap(postmortem -> postmortem.uid, postmortem -> postmortem));
        byPath = paths.isEmpty() ? Map.of() : Occurrence.<Occurrence>list("source = ?1 and externalId in ?2", Manuscript.SOURCE, paths).stream().collect(Collectors.toMap(occurrence -> occurrence.externalId, occurrence -> occurrence));
    }

    void write() {
        var fresh = new ArrayList<Manuscript>();
        for (var manuscript : manuscripts) {
            if (!known(manuscript)) {
                fresh.add(manuscript);
            }
        }
        if (!run.dryRun) {
            number(fresh);
        }
        fresh.forEach(this::create);
        filings.forEach(Filing::fill);
        ImportLine.write(lines);
        run.done += manuscripts.size();
    }

    /** Whether it is settled without creating anything. */
    private boolean known(Manuscript manuscript) {
        var postmortem = manuscript.id() == null ? null : byId.get(manuscript.id());
        var held = postmortem != null ? postmortem.occurrence : byPath.get(manuscript.externalId());
        if (manuscript.notWanted() != null) {
            line(manuscript, Outcome.SKIPPED, manuscript.notWanted(), null);
        } else if (!seen.add(manuscript.externalId())) {
            line(manuscript, Outcome.SKIPPED, "The same postmortem stands in the file before this one", null);
        } else if (held == null) {
            return false;
        } else if (held.removed()) {
            line(manuscript, Outcome.SKIPPED, "Removed here by people, and stays removed", held);
        } else {
            names.record(manuscript.document().head().number(), held.number);
            var same = said(held, manuscript) || postmortem != null && DocumentDifference.of(manuscript.document(), Document.of(postmortem)).isEmpty();
            if (same && postmortem != null) {
                names.entries(manuscript.document().timeline(), Document.of(postmortem).timeline());
            }
            line(manuscript, same ? Outcome.UNCHANGED : Outcome.SKIPPED, same ? null : different(manuscript, postmortem), held);
        }
        return true;
    }

    private static boolean said(Occurrence held, Manuscript manuscript) {
        return held.imported != null && manuscript.digest().equals(held.imported.get(Filing.DIGEST));
    }

    private static String different(Manuscript manuscript, Postmortem postmortem) {
        return postmortem == null ? "The file has changed since it was brought in. The postmortem here stays as it is: edit it there"
                : "It is here and reads differently: " + String.join(", ", DocumentDifference.of(manuscript.document(), Document.of(postmortem))) + ". It stays as it is here";
    }

    /** Those that can keep the number they have had; then the others get new ones. Lowest first: what is below a number that is taken is gone. */
    private void number(List<Manuscript> fresh) {
        var numbered = fresh.stream().map(manuscript -> manuscript.document().head().number()).filter(number -> number > 0).sorted().toList();
        numbered.stream().filter(number -> Organisation.claimNumber(number)).forEach(number -> names.record(number, number));
        numbered.stream().filter(number -> !names.knows(number)).forEach(number -> names.record(number, Organisation.nextNumbers(1)));
    }

    private void create(Manuscript manuscript) {
        var head = manuscript.document().head();
        var added = catalogue.announce(services(head));
        var remarks = sentence(notes(manuscript));
        Occurrence occurrence = null;
        if (!run.dryRun) {
            var filing = new Filing(manuscript, pictures, catalogue, names, by, now);
            occurrence = filing.open();
            filings.add(filing);
        }
        line(manuscript, Outcome.CREATED, Texts.joined(remarks, added), occurrence);
    }

    private List<String> notes(Manuscript manuscript) {
        return Stream.concat(manuscript.notes().stream(), Filing.remarks(manuscript, pictures).stream()).toList();
    }

    static List<String> services(Document.Head head) {
        return head.services() == null ? List.of() : head.services();
    }

    private static String sentence(List<String> notes) {
        return notes.isEmpty() ? null : Texts.capitalised(notes.get(0)) + notes.stream().skip(1).map(note -> "; " + note).collect(Collectors.joining());
    }

    private void line(Manuscript manuscript, Outcome outcome, String reason, Occurrence occurrence) {
        run.counts.count(outcome);
        lines.add(ImportLine.of(run, manuscript.position(), manuscript.path(), manuscript.title(), outcome, reason, occurrence == null ? null : occurrence.number));
    }
}
