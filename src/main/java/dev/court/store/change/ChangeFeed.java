package dev.court.store.change;

/** Tells when somebody has changed what is to be booked. For one thread. */
public interface ChangeFeed extends AutoCloseable {

  /** Returns when something may have changed since the last call. May return for nothing. */
  void await() throws InterruptedException;

  @Override
  void close();
}
