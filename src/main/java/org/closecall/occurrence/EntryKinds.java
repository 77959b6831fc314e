package org.closecall.occurrence;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;

/** For the forms that add a line. */
@Singleton
@Named("entryKinds")
public class EntryKinds {

    public List<EntryKind> all() {
        return List.of(EntryKind.values());
    }
}
