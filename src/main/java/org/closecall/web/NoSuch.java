package org.closecall.web;

import jakarta.ws.rs.NotFoundException;

/** An address names something that there is not: the page says what, and what there is instead. */
public final class NoSuch extends NotFoundException {

    private final String advice;

    /** In sentences: what there is not, and what to ask for instead. */
    public NoSuch(String what, String advice) {
        super(what);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
