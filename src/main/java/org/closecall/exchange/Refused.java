package org.closecall.exchange;

import java.util.List;

/** The file is not taken at all: every place of it that cannot be understood, in the order of the file. */
class Refused extends RuntimeException {

    final List<Place> places;

    /** position, externalId and title say which record, where it is one; reason names line and path. */
    record Place(int position, String externalId, String title, String reason) {
    }

    Refused(String reason) {
        this(List.of(new Place(0, null, null, reason)));
    }

    Refused(List<Place> places) {
        super(summary(places));
        this.places = places;
    }

    private static String summary(List<Place> places) {
        var first = places.get(0).reason;
        return places.size() == 1 ? first : places.size() + " records of it cannot be understood. The first: " + first;
    }
}
