package dev.court.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands where the test puts it. */
public final class SetClock implements InstantSource {
  private final AtomicReference<Instant> now = new AtomicReference<>();

  public SetClock(String time) {
    set(time);
  }

  void set(String time) {
    now.set(OffsetDateTime.parse(time).toInstant());
  }

  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
