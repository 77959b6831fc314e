package org.closecall.monthly;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import org.closecall.catalog.Team;
import org.closecall.people.Organisation;
import org.closecall.reliability.Scope;
import org.closecall.reliability.Which;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** What reviews are about: days and months are those of the organisation's zone. */
final class Scoped {

    private Scoped() {
    }

    static Scope of(ReviewPeriod time, Team team, Instant now) {
        return new Scope(time.days(), new Which(null, team, null, null, null, null, null), Organisation.current().zone(), now);
    }

    static LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(viewer.now(), viewer.organisation().zone());
    }

    /** Null where none is asked for; what is not there is not found. */
    static Team team(String typed) {
        if (!Typed.given(typed)) {
            return null;
        }
        var team = Typed.found(typed, id -> Team.<Team>findById(id));
        if (team == null) {
            throw new NotFoundException("There is no such team");
        }
        return team;
    }
}
