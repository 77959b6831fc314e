package org.closecall.postmortem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PdfQueueTest {

    private static final byte[] PDF = {1};

    @Test
    void whoWouldWaitTooLongIsToldWhenToComeBack() {
        var queue = new PdfQueue(1, 1, Duration.ofMillis(20));
        var printed = queue.print(() -> {
            var refused = assertThrows(ServiceUnavailableException.class, () -> queue.print(() -> PDF));
            assertEquals("30", refused.getResponse().getHeaderString("Retry-After"));
            return PDF;
        });
        assertArrayEquals(PDF, printed);
    }

    @Test
    void whatFailedLeavesItsPlace() {
        var queue = new PdfQueue(1, 1, Duration.ofMillis(20));
        assertThrows(IllegalStateException.class, () -> queue.print(() -> {
            throw new IllegalStateException();
        }));
        assertArrayEquals(PDF, queue.print(() -> PDF));
    }
}
