package org.closecall.tracker;

/** Nobody knows what became of it. */
final class LostAnswer extends Refusal {

    LostAnswer(String what) {
        super("It " + what, null);
    }
}
