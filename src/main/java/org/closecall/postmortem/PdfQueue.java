package org.closecall.postmortem;

import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lays out a few documents at a time: each takes a processor and its pictures' worth of memory, and pages must be served meanwhile. */
public final class PdfQueue {

    public static final PdfQueue HERE = new PdfQueue(2, 8, Duration.ofSeconds(20));
    private static final long COME_BACK_SECONDS = 30;

    private final Semaphore places;
    private final int mostWaiting;
    private final Duration patience;

    PdfQueue(int places, int mostWaiting, Duration patience) {
        this.places = new Semaphore(places, true);
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    /** 503 to whom it would keep waiting too long. */
    public byte[] print(Supplier<byte[]> pdf) {
        if (places.getQueueLength() >= mostWaiting || !entered()) {
            throw new ServiceUnavailableException(COME_BACK_SECONDS);
        }
        try {
            return pdf.get();
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
