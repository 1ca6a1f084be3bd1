package dev.court.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/**
 * A database whose connection breaks right after a commit: the commit has worked, and nobody hears
 * of it. Close it at the end.
 */
public final class LosingDriver implements Driver, AutoCloseable {
  private static final String PREFIX = "jdbc:losing:";

  private final String url;
  private final AtomicInteger answersToLose = new AtomicInteger();

  /** The database at a JDBC URL. */
  public LosingDriver(String url) throws SQLException {
    this.url = url;
    DriverManager.registerDriver(this);
  }

  /** Where it is found; the database behind it keeps what was committed. */
  public String url() {
    return PREFIX + url;
  }

  /** So many of the next commits are not answered. */
  public void lose(int answers) {
    answersToLose.set(answers);
  }

  @Override
  public Connection connect(String asked, Properties properties) throws SQLException {
    if (!acceptsURL(asked)) {
      return null;
    }
    Connection real = DriverManager.getConnection(url, "sa", "");
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, values) -> {
              try {
                Object result = method.invoke(real, values);
                if (method.getName().equals("commit") && answersToLose.getAndDecrement() > 0) {
                  real.close();
                  throw new SQLException("the connection broke");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public boolean acceptsURL(String asked) {
    return asked.equals(url());
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String asked, Properties properties) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
  }
}
