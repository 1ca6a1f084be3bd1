package dev.court;

import dev.court.workspace.StopSignal;
import java.time.Instant;

/** What {@link Court} does, at a time that stands in the environment: for texts that stay. */
public final class Sitting {
  static final String TIME = "SITTING_AT";

  private Sitting() {}

  public static void main(String[] args) {
    TestClock clock = new TestClock(Instant.parse(System.getenv(TIME)));
    Surroundings surroundings =
        new Surroundings(
            System.getenv(),
            clock,
            ignored -> clock,
            new ProcessRunLocks()::in,
            new StopSignal(clock),
            Limits.DEFAULT);
    System.exit(new Wiring(surroundings, EchoNotes.on(ProcessConsole.open())).run(args));
  }
}
