package org.closecall.occurrence;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

/** Somebody has removed the record that something was to be added to. */
class RemovedRecord extends ClientErrorException {

    final long number;

    RemovedRecord(long number) {
        super("#" + number + " is removed", Response.Status.CONFLICT);
        this.number = number;
    }
}
