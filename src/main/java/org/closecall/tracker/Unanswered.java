package org.closecall.tracker;

/** No answer, or one that says the fault is over there: worth another try. */
final class Unanswered extends RuntimeException {

    Unanswered(String what) {
        super(what, null, false, false);
    }
}
