package org.closecall.facilitation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.List;

/** The questions about one subject, in their order. Administrators write them; there are eight subjects, always. */
@Entity
public class QuestionGroup extends PanacheEntityBase {

    @Id
    @Enumerated(EnumType.STRING)
    public Subject subject;
    public int position;
    /** One a line. */
    public String questions;

    public static List<QuestionGroup> all() {
        return list("order by position");
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    static List<QuestionGroup> changing() {
        return QuestionGroup.<QuestionGroup>find("order by position").withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    public List<String> lines() {
        return questions.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
