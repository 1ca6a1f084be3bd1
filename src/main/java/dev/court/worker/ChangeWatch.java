package dev.court.worker;

import dev.court.store.change.ChangeFeed;

/** A thread that passes on what a feed tells of changes. */
final class ChangeWatch implements AutoCloseable {
  private final ChangeFeed feed;
  private final Thread thread;

  private ChangeWatch(ChangeFeed feed, Runnable changed) {
    this.feed = feed;
    this.thread = new Thread(() -> watch(changed), "court-changes");
    thread.setDaemon(true);
  }

  static ChangeWatch begin(ChangeFeed feed, Runnable changed) {
    ChangeWatch watch = new ChangeWatch(feed, changed);
    watch.thread.start();
    return watch;
  }

  private void watch(Runnable changed) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        feed.await();
        changed.run();
      }
    } catch (InterruptedException e) {
      // The worker ends, or begins another watch.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    feed.close();
  }
}
