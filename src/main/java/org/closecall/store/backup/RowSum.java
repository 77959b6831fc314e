package org.closecall.store.backup;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How many rows a table has and what they hold, whatever order they come in: the sum of the digests of the rows. */
final class RowSum {

    private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest sha;
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    RowSum() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(byte[] row) {
        sum = sum.add(new BigInteger(1, sha.digest(row))).mod(WRAP);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** As it is written into the file, and compared. */
    @Override
    public String toString() {
        return rows + " " + sum.toString(16);
    }
}
