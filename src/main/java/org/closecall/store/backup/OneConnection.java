package org.closecall.store.backup;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;

import javax.sql.DataSource;

/** Lets migrations run within a transaction that is not theirs: they may neither end it nor close its connection. */
final class OneConnection implements DataSource {

    private final Connection connection;
    private boolean autoCommit = true;

    OneConnection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "close", "commit", "setReadOnly", "setTransactionIsolation", "abort" -> {
                return null;
            }
            case "setAutoCommit" -> {
                autoCommit = (Boolean) arguments[0];
                return null;
            }
            case "getAutoCommit" -> {
                return autoCommit;
            }
            case "rollback" -> {
                // back to a savepoint is within the transaction; all the way back is for whoever began it, who hears of the failure
                return arguments == null ? null : invoke(method, arguments);
            }
            default -> {
                return invoke(method, arguments);
            }
        }
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        // nothing is written
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // nobody signs in
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("This wraps nothing of " + type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
