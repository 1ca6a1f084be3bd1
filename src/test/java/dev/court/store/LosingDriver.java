package dev.court.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database whose connection breaks right after a commit: the commit has worked, and nobody hears
 * of it. Close it at the end.
 */
public final class LosingDriver extends StandInDriver {
  private static final String PREFIX = "jdbc:losing:";

  private final String real;
  private final AtomicInteger answersToLose = new AtomicInteger();

  /** The database at a JDBC URL. */
  public LosingDriver(String url) throws SQLException {
    super(PREFIX + url);
    this.real = url;
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
    Connection connection = DriverManager.getConnection(real, "sa", "");
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, values) -> {
              try {
                Object result = method.invoke(connection, values);
                if (method.getName().equals("commit") && answersToLose.getAndDecrement() > 0) {
                  connection.close();
                  throw new SQLException("the connection broke");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
