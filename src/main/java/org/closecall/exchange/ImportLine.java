package org.closecall.exchange;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;

/** What became of one record of the file. */
@Entity
public class ImportLine extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ImportRun importRun;
    public int position;
    public String externalId;
    public String title;
    @Enumerated(EnumType.STRING)
    public Outcome outcome;
    public String reason;
    public Long occurrenceNumber;

    static List<ImportLine> of(ImportRun run, Outcome outcome, int after, int most) {
        return find("importRun = ?1 and outcome = ?2 and position > ?3 order by position", run, outcome, after).page(0, most).list();
    }

    static ImportLine of(ImportRun run, int position, String externalId, String title, Outcome outcome, String reason, Long number) {
        var line = new ImportLine();
        line.importRun = run;
        line.position = position;
        line.externalId = externalId;
        line.title = title;
        line.outcome = outcome;
        line.reason = reason;
        line.occurrenceNumber = number;
        return line;
    }

    static void write(List<ImportLine> lines) {
        Rows.insert("insert into import_line (import_run_id, position, external_id, title, outcome, reason, occurrence_number) values (?, ?, ?, ?, ?, ?, ?)",
                lines.stream().map(line -> new Object[] {line.importRun.id, line.position, line.externalId, line.title, line.outcome.name(), line.reason,
                    line.occurrenceNumber}).toList());
    }

    /** Its place in the file as people count. */
    public int place() {
        return position + 1;
    }
}
