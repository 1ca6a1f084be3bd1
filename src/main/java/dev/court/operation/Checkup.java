package dev.court.operation;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks at everything that a booking needs; mends nothing, and no look stops the others. */
public final class Checkup {
  private final HomeChecks home;
  private final StoredChecks stored;
  private final ZoneCheck zone;
  private final ServerCheck server;

  Checkup(HomeChecks home, StoredChecks stored, ZoneCheck zone, ServerCheck server) {
    this.home = home;
    this.stored = stored;
    this.zone = zone;
    this.server = server;
  }

  /**
   * Everything, in the order in which one would mend it. Takes some ten seconds for the server's
   * clock.
   *
   * @param offline leaves out what needs the network
   */
  public List<Finding> run(boolean offline) {
    Stream<Finding> here =
        Stream.of(
            look("home", home::folder),
            look("set-up", home::setup),
            look("zone", zone::look),
            look("cron", home::lastRun));
    Stream<Finding> kept =
        home.isMade()
            ? Stream.of(
                look("database", stored::database),
                look("key", stored::key),
                look("session", stored::session),
                look("next", stored::next))
            : Stream.empty();
    Stream<Finding> there = offline ? Stream.empty() : lookAtAll("server", server::look).stream();
    return Stream.of(here, kept, there).flatMap(all -> all).toList();
  }

  private static Finding look(String subject, Supplier<Finding> check) {
    return lookAtAll(subject, () -> List.of(check.get())).get(0);
  }

  private static List<Finding> lookAtAll(String subject, Supplier<List<Finding>> check) {
    try {
      return check.get();
    } catch (Problem e) {
      return List.of(Finding.trouble(subject, e));
    } catch (RuntimeException e) {
      String message = "could not be looked at, for a defect in court (%s)".formatted(e);
      return List.of(Finding.trouble(subject, new SetupProblem(message, e)));
    }
  }
}
