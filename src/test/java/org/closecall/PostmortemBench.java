package org.closecall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.closecall.occurrence.Occurrence;
import org.junit.jupiter.api.Test;

/** How long a long postmortem takes: 200 KB of text, 300 timeline entries, 20 pictures. Prints; run by `mvn -Pbench verify`. */
@QuarkusTest
class PostmortemBench {

    private static final int TIMES = 50;
    private static final int SECTIONS = 14;
    private static final int LENGTH = 200_000;
    private static final List<String> PAGES = List.of("/postmortem", "/postmortem/draft", "/postmortem/edit", "", "/postmortem/versions/comparison", "/postmortem/markdown", "/postmortem/pdf");

    @Test
    void pages() {
        Fixtures.organisation();
        var member = Browser.as("member");
        write(member);
        for (var page : PAGES) {
            var path = "/occurrences/1" + page;
            var first = time(() -> assertEquals(200, member.get(path).statusCode(), path));
            var times = page.endsWith("pdf") ? 3 : TIMES;
            LongStream.range(0, times / 3).forEach(i -> member.get(path));
            var statements = Statements.during(() -> member.get(path));
            var took = LongStream.generate(() -> time(() -> member.get(path))).limit(times).sorted().toArray();
            System.out.printf("%-50s first %6.1f ms, median %6.1f ms, p95 %6.1f ms, %2d statements%n", path, first / 1e6, took[times / 2] / 1e6, took[times * 95 / 100] / 1e6, statements);
        }
    }

    private static void write(Browser member) {
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Checkout is slow.", "over", "NO").then().statusCode(303);
        member.post("/occurrences/1/postmortem", "template", "FULL").then().statusCode(303);
        var pictures = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            pictures.add(member.upload("/occurrences/1/postmortem/pasted-images", List.of(), "image", "graph" + i + ".png", picture(i)).then().statusCode(201).extract().asString().replaceAll("(?s).*(!\\[[^]]*]\\(/attachments/[^)]*\\)).*", "$1"));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            entities().createNativeQuery("insert into timeline_entry (occurrence_id, at, kind, text, learned_later, created_at, version) select id, now() - (300 - n) * interval '1 minute', 'ACTION', 'Entry ' || n || ': **restarted** `pod-' || n || '`, see #1', n % 7 = 0, now(), 0 from occurrence, generate_series(1, 300) n").executeUpdate();
            var keys = entities().createNativeQuery("select key from postmortem_section where postmortem_id = 1 order by position", String.class).getResultList();
            for (var key : keys) {
                entities().createNativeQuery("update postmortem_section set body = :body, updated_by = 2, updated_at = now() where key = :key").setParameter("key", key).setParameter("body", text(LENGTH / SECTIONS, pictures, keys.indexOf(key))).executeUpdate();
            }
        });
        member.post("/occurrences/1/postmortem/publication", "because", "A bench").then().statusCode(303);
        assertEquals(300, QuarkusTransaction.requiringNew().call(() -> org.closecall.occurrence.TimelineEntry.of(Occurrence.numbered(1)).size()));
    }

    private static String text(int length, List<String> pictures, int section) {
        var text = new StringBuilder();
        for (var i = 0; text.length() < length; i++) {
            text.append("### Part ").append(i).append("\n\nAt 02:").append(10 + i % 50).append(" the **on-call engineer** saw `p99` rise on [the dashboard](https://example.org/d/").append(i)
                    .append(") and nobody could have known why; the logs of #1 said little. We waited, because the last time it went away by itself.\n\n- first, the cache was _cold_\n- then the pool ran dry\n\n")
                    .append("| host | errors | share |\n|---|---:|---:|\n| a").append(i).append(" | 210 | 3 % |\n| b | 12 | 0.1 % |\n\n```\nERROR [pool-").append(i).append("] timeout after 30000 ms\n```\n\n");
        }
        pictures.subList(Math.min(pictures.size(), section * 2), Math.min(pictures.size(), section * 2 + 2)).forEach(picture -> text.append(picture).append("\n\n"));
        return text.toString();
    }

    /** Of noise, which PNG cannot make smaller: some 100 KB. */
    private static byte[] picture(int seed) {
        var noise = new Random(seed);
        var image = new BufferedImage(190, 180, BufferedImage.TYPE_INT_RGB);
        for (var pixel = 0; pixel < 190 * 180; pixel++) {
            image.setRGB(pixel % 190, pixel / 190, noise.nextInt());
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }

    private static long time(Runnable visit) {
        var began = System.nanoTime();
        visit.run();
        return System.nanoTime() - began;
    }
}
