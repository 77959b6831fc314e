package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells open pages that their record has changed. One statement every two seconds asks for all records that somebody
 * looks at, however many pages those are; it reads the history, so it does not matter which instance wrote.
 */
@ApplicationScoped
class LiveRecords {

    /** latest is the newest line of the history; open says whether the record is still going on. */
    record News(long latest, boolean open) {
    }

    private static final Logger LOG = Logger.getLogger(LiveRecords.class);
    private static final int MOST = 500;
    private static final long EVERY_SECONDS = 2;
    private static final String NEWS = """
            select o.id, coalesce((select max(c.id) from change c where c.occurrence_id = o.id), 0),
              o.deleted_at is null and o.kind <> 'NEAR_MISS' and o.resolved_state = 'NOT_YET'
            from occurrence o where o.id in (:ids)""";

    private final Set<LivePage> pages = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "live-records");
        thread.setDaemon(true);
        return thread;
    });

    @PostConstruct
    void begin() {
        clock.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            // an open stream is a request that never ends: stopping would wait for it
            Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        }
    }

    /** Not made just to be stopped. */
    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent shutdown) {
        clock.shutdownNow();
        end();
    }

    boolean full() {
        return pages.size() >= MOST;
    }

    void watch(LivePage page) {
        pages.add(page);
        page.whenGone(() -> pages.remove(page));
    }

    static Map<Long, News> news(Collection<Long> occurrences) {
        List<Object[]> rows = Panache.getEntityManager().createNativeQuery(NEWS, Object[].class).setParameter("ids", occurrences).getResultList();
        return rows.stream().collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> new News(((Number) row[1]).longValue(), (Boolean) row[2])));
    }

    private void look() {
        try {
            if (!pages.isEmpty()) {
                var ids = pages.stream().map(page -> page.occurrence).collect(Collectors.toSet());
                var news = QuarkusTransaction.requiringNew().call(() -> news(ids));
                pages.forEach(page -> page.hear(news.get(page.occurrence)));
            }
        } catch (RuntimeException unreachable) {
            // the next look is soon
            LOG.debug("No news of live records", unreachable);
        }
    }

    private void end() {
        pages.forEach(LivePage::leave);
    }
}
