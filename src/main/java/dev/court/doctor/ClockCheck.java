package dev.court.doctor;

import dev.court.atrium.http.ClockSample.Lead;
import dev.court.atrium.http.Probe;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.run.clock.ClockEstimation;
import dev.court.run.clock.ServerClock;
import dev.court.workspace.Waiter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Checks how far the server's clock differs from this machine's, as far as its answers prove. */
final class ClockCheck implements Check {
  private static final int TEN_SECONDS = 10;

  private final InstantSource ours;
  private final Waiter waiter;
  private final Supplier<Probe> api;
  private final Lazy<Latency> server;

  ClockCheck(InstantSource ours, Waiter waiter, Supplier<Probe> api, Lazy<Latency> server) {
    this.ours = ours;
    this.waiter = waiter;
    this.api = api;
    this.server = server;
  }

  @Override
  public String subject() {
    return "clock";
  }

  @Override
  public Finding look() {
    Latency unused = server.orSkip();
    ServerClock theirs = new ServerClock();
    estimate(theirs);
    return theirs
        .bounds()
        .map(lead -> judged(lead, theirs.lead()))
        .orElseGet(
            () ->
                Finding.warning(
                    subject(), "the server sends no date: keep this machine's clock right by NTP"));
  }

  private void estimate(ServerClock theirs) {
    Probe probe = api.get();
    try {
      new ClockEstimation(ours, waiter, within -> probe.send().sample(), theirs).now();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TemporaryTrouble("interrupted", e);
    }
  }

  private Finding judged(Lead lead, Duration believed) {
    if (lead.proven().isZero()) {
      return Finding.ok(subject(), "agrees with the server's, as far as can be told");
    }
    String found = "the server's is " + apart(lead);
    if (believed.abs().compareTo(lead.proven().abs()) < 0) {
      throw new SetupProblem(
          found + ", more than is corrected for: set this machine's clock, by NTP");
    }
    return Finding.ok(subject(), found + ": corrected for at openings");
  }

  /** Such as "1690 ms ahead of ours, give or take 7 ms". */
  private static String apart(Lead lead) {
    Duration middle = lead.atLeast().plus(lead.atMost()).dividedBy(2);
    Duration doubt = lead.atMost().minus(lead.atLeast()).dividedBy(2);
    return "%s %s ours, give or take %s ms"
        .formatted(
            text(middle.abs()), middle.isNegative() ? "behind" : "ahead of", doubt.toMillis());
  }

  private static String text(Duration span) {
    return span.toSeconds() < TEN_SECONDS ? span.toMillis() + " ms" : span.toSeconds() + " seconds";
  }
}
