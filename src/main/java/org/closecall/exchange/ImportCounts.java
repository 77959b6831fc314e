package org.closecall.exchange;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.web.Formats;

/** How many records of a file came to what. */
@Embeddable
public class ImportCounts {

    public int created;
    public int changed;
    public int unchanged;
    public int skipped;
    public int refused;

    void count(Outcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case CHANGED -> changed++;
            case UNCHANGED -> unchanged++;
            case SKIPPED -> skipped++;
            case REFUSED -> refused++;
        }
    }

    public int of(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> created;
            case CHANGED -> changed;
            case UNCHANGED -> unchanged;
            case SKIPPED -> skipped;
            case REFUSED -> refused;
        };
    }

    /** Brought in, or would be. */
    public int broughtIn() {
        return created + changed;
    }

    public List<Outcome> outcomes() {
        return Stream.of(Outcome.values()).filter(outcome -> of(outcome) > 0).toList();
    }

    public boolean any() {
        return !outcomes().isEmpty();
    }

    /** 447 new, 2 changed */
    public String inText() {
        return outcomes().stream().map(outcome -> Formats.grouped(of(outcome)) + " " + outcome.inText()).collect(Collectors.joining(", "));
    }
}
