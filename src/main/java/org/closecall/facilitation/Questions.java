package org.closecall.facilitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The question bank for pages: read once a request. */
@RequestScoped
@Named("questions")
public class Questions {

    private List<QuestionGroup> groups;

    /** Those that have any. */
    public List<QuestionGroup> groups() {
        if (groups == null) {
            groups = QuestionGroup.all().stream().filter(group -> !group.lines().isEmpty()).toList();
        }
        return groups;
    }

    /** What a button of the page names, such as CUES.2; null when it is no longer there. */
    public String named(String choice) {
        var parts = choice.split("\\.", 2);
        return groups().stream().filter(group -> group.subject.name().equals(parts[0])).map(QuestionGroup::lines).findFirst()
                .filter(lines -> parts.length == 2 && parts[1].matches("\\d{1,4}") && Integer.parseInt(parts[1]) < lines.size())
                .map(lines -> lines.get(Integer.parseInt(parts[1]))).orElse(null);
    }
}
