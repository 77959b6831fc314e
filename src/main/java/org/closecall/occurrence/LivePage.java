package org.closecall.occurrence;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.closecall.occurrence.LiveRecords.News;

/**
 * The stream of one open page. It ends when the record is closed, and after two minutes: then the browser asks again
 * and has to be signed in still.
 */
class LivePage {

    private static final int LOOKS = 60;
    private static final int LOOKS_TO_A_BEAT = 8;
    private static final int RETRY_MILLIS = 3_000;

    final long occurrence;
    private final Sse events;
    private final MultiEmitter<? super OutboundSseEvent> out;
    private long seen;
    private int looks;

    LivePage(long occurrence, long seen, Sse events, MultiEmitter<? super OutboundSseEvent> out) {
        this.occurrence = occurrence;
        this.seen = seen;
        this.events = events;
        this.out = out;
        out.emit(events.newEventBuilder().comment("listening").reconnectDelay(RETRY_MILLIS).build());
    }

    void whenGone(Runnable done) {
        out.onTermination(done);
    }

    /** News is null when the record is not there any more. */
    synchronized void hear(News news) {
        looks++;
        if (news != null && news.latest() > seen) {
            seen = news.latest();
            tell("change");
        } else if (looks % LOOKS_TO_A_BEAT == 0) {
            out.emit(events.newEventBuilder().comment("still here").build());
        }
        if (news == null || !news.open()) {
            tell("end");
            leave();
        } else if (looks >= LOOKS) {
            leave();
        }
    }

    void leave() {
        out.complete();
    }

    private void tell(String what) {
        out.emit(events.newEventBuilder().id(String.valueOf(seen)).name(what).data(String.valueOf(seen)).build());
    }
}
