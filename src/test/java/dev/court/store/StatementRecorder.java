package dev.court.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A database that remembers each prepared statement that was run on it, with its values. Close it
 * at the end.
 */
final class StatementRecorder extends StandInDriver {
  private final Opening real;
  private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();

  interface Opening {
    Connection open() throws SQLException;
  }

  /** A statement as the product sent it. */
  record Sent(String sql, List<Object> values) {
    Sent {
      values = new ArrayList<>(values);
    }
  }

  /**
   * Stands before a database.
   *
   * @param name tells it from other recorders
   */
  StatementRecorder(String name, Opening real) throws SQLException {
    super("jdbc:recorded:" + name);
    this.real = real;
  }

  /** What was sent until now; it is forgotten. */
  List<Sent> drained() {
    List<Sent> all = new ArrayList<>(sent);
    sent.clear();
    return all;
  }

  @Override
  public Connection connect(String asked, Properties properties) throws SQLException {
    return acceptsURL(asked) ? wrapped(real.open()) : null;
  }

  private Connection wrapped(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, values) -> {
          Object result = invoked(() -> method.invoke(connection, values));
          return result instanceof PreparedStatement statement
              ? wrapped(statement, (String) values[0])
              : result;
        });
  }

  private PreparedStatement wrapped(PreparedStatement statement, String sql) {
    Map<Integer, Object> bound = new TreeMap<>();
    return proxy(
        PreparedStatement.class,
        (proxy, method, values) -> {
          if (method.getName().equals("setObject")) {
            bound.put((Integer) values[0], values[1]);
          } else if (method.getName().startsWith("execute")) {
            sent.add(new Sent(sql, new ArrayList<>(bound.values())));
          }
          return invoked(() -> method.invoke(statement, values));
        });
  }

  private interface Call {
    Object run() throws ReflectiveOperationException;
  }

  private static Object invoked(Call call) throws Throwable {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementRecorder.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
