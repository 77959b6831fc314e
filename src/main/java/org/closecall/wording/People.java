package org.closecall.wording;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What the people here are called, so that a capitalised word is taken for a person only when it is one. */
record People(Set<String> names) {

    static People called(Collection<String> fullNames) {
        return new People(fullNames.stream().flatMap(name -> Arrays.stream(name.split("\\s+"))).filter(name -> name.length() > 1).collect(Collectors.toSet()));
    }

    /** name: a capitalised word, or null where a role or a pronoun stood. */
    boolean act(String name) {
        return name == null || names.contains(name);
    }
}
