package org.closecall.attachment;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.OutputStream;

/** The bytes of attachments, which are megabytes and read piece by piece. */
final class Content {

    private static final int PIECE = 256 * 1024;

    private Content() {
    }

    static void keep(long attachment, byte[] content) {
        Panache.getEntityManager().createNativeQuery("insert into attachment_content (attachment_id, content) values (:id, :content)")
                .setParameter("id", attachment).setParameter("content", content).executeUpdate();
    }

    /** No connection to the database waits for a slow reader: each piece is read by itself, and none ever changes. */
    static void write(long attachment, long size, OutputStream out) throws IOException {
        for (var from = 0L; from < size; from += PIECE) {
            var begin = (int) from + 1;
            out.write(QuarkusTransaction.requiringNew().call(() -> piece(attachment, begin)));
        }
    }

    private static byte[] piece(long attachment, int begin) {
        return (byte[]) Panache.getEntityManager().createNativeQuery("select substring(content from :begin for :most) from attachment_content where attachment_id = :id", byte[].class)
                .setParameter("begin", begin).setParameter("most", PIECE).setParameter("id", attachment).getSingleResult();
    }
}
