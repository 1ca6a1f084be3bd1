package dev.court.operation;

import dev.court.booking.SignInNeeded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks at what is stored. */
final class StoredChecks {
  private final Workspace workspace;
  private final Session session;

  StoredChecks(Workspace workspace, Session session) {
    this.workspace = workspace;
    this.session = session;
  }

  Finding database() {
    long began = System.nanoTime();
    workspace.database().transact(store -> store.accounts().find(workspace.account()));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return Finding.ok("database", "opens in %s ms".formatted(took.toMillis()));
  }

  Finding key() {
    return session.opensWithKey()
        ? Finding.ok("key", "opens what is sealed")
        : Finding.ok("key", "nothing is sealed yet");
  }

  Finding session() {
    SessionView view = session.view();
    if (!view.isAlive(workspace.now())) {
      throw new SignInNeeded(
          view.ended() == null
              ? "nobody is signed in, or the session ran out: sign in with court login"
              : view.ended());
    }
    return Finding.ok("session", "alive");
  }

  Finding next() {
    Instant now = workspace.now();
    List<Instant> next =
        workspace
            .database()
            .transact(
                store ->
                    store
                        .accounts()
                        .find(workspace.account())
                        .map(id -> store.claims().nextTry(id))
                        .orElse(List.of()));
    return next.isEmpty()
        ? Finding.ok("next", "nothing is planned")
        : Finding.ok(
            "next",
            next.get(0).isAfter(now)
                ? "the next opening is in " + InWords.span(Duration.between(now, next.get(0)))
                : "something is due now");
  }
}
