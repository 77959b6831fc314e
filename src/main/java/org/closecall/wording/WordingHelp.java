package org.closecall.wording;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.closecall.people.Person;

/** The wording help for pages: the rules and the names are read once a request. */
@RequestScoped
@Named("wording")
public class WordingHelp {

    private Wording wording;

    public List<Advice> inText(String text) {
        return Advice.of(wording().hints(text, Where.TEXTS));
    }

    public List<Advice> inAction(String title) {
        return Advice.of(wording().hints(title, Where.ACTIONS));
    }

    private Wording wording() {
        if (wording == null) {
            wording = Wording.of(WordingRule.inUse(), People.called(Person.names()));
        }
        return wording;
    }
}
