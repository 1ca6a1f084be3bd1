package dev.court.cli.setup;

import dev.court.cli.CourtCommand;

/** What a set-up has written so far, and says to a person who ends it with Ctrl-C. */
final class SetupProgress implements AutoCloseable {
  private static final String NOTHING = "nothing was set up";

  private final CourtCommand court;
  private final Thread hook = new Thread(this::ended, "court-init");
  private volatile String outcome = NOTHING;

  private SetupProgress(CourtCommand court) {
    this.court = court;
  }

  static SetupProgress of(CourtCommand court) {
    SetupProgress progress = new SetupProgress(court);
    Runtime.getRuntime().addShutdownHook(progress.hook);
    return progress;
  }

  /** What is said when the questions end early. */
  String outcome() {
    return outcome;
  }

  /** A sign-in is tried: what it brings needs a place. */
  void homeMade() {
    outcome = NOTHING + "; the home folder is there";
  }

  void signedIn() {
    outcome = NOTHING + " but the sign-in, which is kept";
  }

  /** From now on what the person has agreed to is written, part by part. */
  void writing() {
    outcome = "not all was set up: court init shows what is there, and goes on with the rest";
  }

  /** What is still done then changes nothing. */
  void done() {
    outcome = "all was done; court doctor looks at it again";
  }

  private void ended() {
    court.console().err().println();
    court.console().err().println("court: " + outcome);
    court.flush();
  }

  @Override
  public void close() {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already, and the hook has run.
    }
  }
}
