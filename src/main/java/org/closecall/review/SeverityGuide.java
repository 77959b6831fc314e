package org.closecall.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What the levels mean, wherever one is chosen. Read once for a page. */
@RequestScoped
@Named("severityGuide")
public class SeverityGuide {

    private List<SeverityLevel> levels;

    public List<SeverityLevel> levels() {
        if (levels == null) {
            levels = SeverityLevel.all();
        }
        return levels;
    }
}
