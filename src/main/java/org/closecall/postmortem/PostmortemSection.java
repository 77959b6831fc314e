package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import org.closecall.people.Person;

/** What was written under one heading. Every section of the template has its row from the start. */
@Entity
public class PostmortemSection extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    public String key;
    public int position;
    public String body = "";
    /** As the record said it: nobody has made it theirs. */
    public boolean prefilled;
    /** What its heading was, once the template asks for it no longer. */
    public String formerTitle;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "updated_by")
    public Person updatedBy;
    public Instant updatedAt;
    @Version
    public int version;

    public boolean written() {
        return Texts.says(body);
    }

    void write(String text, Person by, Instant now) {
        body = text;
        prefilled = false;
        updatedBy = by;
        updatedAt = now;
    }
}
