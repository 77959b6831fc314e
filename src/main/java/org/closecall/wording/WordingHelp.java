package org.closecall.wording;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.closecall.people.Person;
import org.closecall.web.Kept;

/** The wording help for pages: the rules and the names are read once a request. */
@RequestScoped
@Named("wording")
public class WordingHelp {

    private static final Kept<Read, List<Advice>> KEPT = new Kept<>(6_000_000);

    /** A text, and all that says what is found in it. */
    private record Read(String text, UUID basis) {
    }

    private Wording wording;
    private UUID basis;

    public List<Advice> inText(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var by = wording();
        return KEPT.of(new Read(text, basis), text.length(), () -> Advice.of(by.hints(text, Where.TEXTS)));
    }

    public List<Advice> inAction(String title) {
        var advice = Advice.of(wording().hints(title, Where.ACTIONS));
        var first = advice.isEmpty() ? Imperative.missing(title) : null;
        return first == null ? advice : List.of(Advice.noVerb(title, first));
    }

    private Wording wording() {
        if (wording == null) {
            wording = Wording.of(WordingRule.inUse(), People.called(Person.names()));
            basis = wording.basis();
        }
        return wording;
    }
}
