package dev.court.store;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** A driver for one URL, which stands before the real one. Close it at the end. */
abstract class StandInDriver implements Driver, AutoCloseable {
  private final String url;

  StandInDriver(String url) throws SQLException {
    this.url = url;
    DriverManager.registerDriver(this);
  }

  /** Where the program finds it. */
  public String url() {
    return url;
  }

  @Override
  public boolean acceptsURL(String asked) {
    return asked.equals(url);
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
