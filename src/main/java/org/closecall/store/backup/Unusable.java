package org.closecall.store.backup;

/** Why a backup cannot be made or used, in one line. Nothing was changed then. */
final class Unusable extends RuntimeException {

    Unusable(String message) {
        super(message);
    }
}
