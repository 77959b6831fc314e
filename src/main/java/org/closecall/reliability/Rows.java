package org.closecall.reliability;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.HibernateException;
import org.hibernate.engine.spi.SessionImplementor;

/** Reads the rows of one statement as JDBC gives them: as objects of Hibernate's, ten thousand would take five times as long. */
final class Rows {

    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    interface Maker<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Rows() {
    }

    /** Of each row one; not asked again while nothing was written since. */
    static <T> List<T> kept(AsOf asOf, String sql, List<Object> values, Maker<T> maker) {
        return Kept.or(asOf, List.of(sql, values), () -> {
            var made = new ArrayList<T>();
            read(sql, values, row -> made.add(maker.of(row)));
            return made;
        }, List::size);
    }

    /** Values for the question marks, in their order; instants become timestamps. In the transaction, and counted like Hibernate's own. */
    static void read(String sql, List<Object> values, Reader reader) {
        var jdbc = Panache.getEntityManager().unwrap(SessionImplementor.class).getJdbcCoordinator();
        var query = jdbc.getStatementPreparer().prepareStatement(sql);
        try (query) {
            bind(query, values);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException failure) {
            throw new HibernateException("Facts cannot be read: " + failure.getMessage(), failure);
        } finally {
            jdbc.getLogicalConnection().getResourceRegistry().release(query);
            jdbc.afterStatementExecution();
        }
    }

    private static void bind(PreparedStatement query, List<Object> values) throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            query.setObject(i + 1, value instanceof Instant at ? Timestamp.from(at) : value);
        }
    }
}
