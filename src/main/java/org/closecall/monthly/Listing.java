package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.closecall.action.ActionState;
import org.closecall.action.Aim;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Severity;

/**
 * What a review names besides its numbers, in its words of then.
 *
 * @param say what is listed, or why nothing is
 * @param more how many more there were than are listed
 * @param all where all of them are; null where nowhere
 */
@TemplateData
public record Listing(Part part, String id, String title, String say, List<Line> lines, long more, String all) {

    static final int MOST = 25;

    /** kind, severity, aim, state and at are null where it has none. */
    @TemplateData
    public record Line(String title, String to, Kind kind, Severity severity, Aim aim, ActionState state, Instant at, List<String> notes) {

        public boolean incident() {
            return kind != null && kind.incident();
        }
    }

    /** One more than is shown may be found: it says that there are more. */
    static Listing of(Part part, String id, String title, String say, String none, List<Line> found, long count, String all) {
        return new Listing(part, id, title, found.isEmpty() ? none : say, found, Math.max(0, count - found.size()), all);
    }

    public long count() {
        return lines.size() + more;
    }

    public boolean any() {
        return !lines.isEmpty();
    }
}
