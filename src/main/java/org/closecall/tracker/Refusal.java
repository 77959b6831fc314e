package org.closecall.tracker;

import java.time.Duration;

/** What a tracker would not do, as one sentence for people. rest is how long nobody should ask it for anything; null when only this one thing is refused. */
class Refusal extends RuntimeException {

    static final Duration WHILE_IT_IS_AWAY = Duration.ofMinutes(5);
    static final Duration UNTIL_SOMEBODY_HELPS = Duration.ofHours(1);
    static final Duration USUAL_LIMIT = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofDays(1);

    final transient Duration rest;

    Refusal(String sentence, Duration rest) {
        super(sentence, null, false, false);
        this.rest = rest;
    }

    /** For an answer that is neither good nor a failure over there. */
    static Refusal of(Answer answer) {
        return switch (answer.status()) {
            case 401 -> new Refusal("The token is refused: it may have expired. An administrator can give a new one", UNTIL_SOMEBODY_HELPS);
            case 403 -> answer.limited() ? limit(answer) : new Refusal("The token may not do this: its scopes or its account's rights do not reach that far", null);
            case 404 -> new Refusal("Not found there, or the token may not see it", null);
            case 410 -> new Refusal("It was deleted there", null);
            case 429 -> limit(answer);
            case 301, 302, 307, 308 -> new Refusal("It has moved: open it there and link its new address", null);
            case 400, 422 -> new Refusal("It was refused as it stands" + answer.why(), null);
            default -> new Refusal("The answer, " + answer.status() + ", is none we understand", null);
        };
    }

    private static Refusal limit(Answer answer) {
        var asked = answer.retryAfter() == null ? USUAL_LIMIT : answer.retryAfter();
        return new Refusal("Asked too often for now; it is left alone as long as it wants", asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }
}
