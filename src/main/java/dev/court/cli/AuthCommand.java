package dev.court.cli;

import dev.court.booking.ScheduledBooking;
import dev.court.schedule.ListResult;
import dev.court.schedule.ListSchedules;
import dev.court.session.Session;
import dev.court.session.SessionForecast;
import dev.court.session.SessionOutlook;
import dev.court.session.SessionView;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import dev.court.workspace.AccountCommand;
import dev.court.workspace.SignInRemedy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "auth",
    description = "Show whether the session is alive, until when, and at each opening.")
public final class AuthCommand implements Callable<Integer> {
  /** How many of the next openings are shown; court next shows more. */
  private static final int OPENINGS = 5;

  private final Supplier<Session> session;
  private final Supplier<ListSchedules> schedules;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  /** The session for programs; court next says what it will be like at each opening. */
  record SessionJson(
      String account,
      boolean signedIn,
      boolean alive,
      String accessExpiry,
      String refreshExpiry,
      String refreshedAt,
      String ended,
      String sessionEnd,
      String sessionLikelyEnd,
      String nextOpening,
      String atNextOpening) {}

  public AuthCommand(Supplier<Session> session, Supplier<ListSchedules> schedules) {
    this.session = session;
    this.schedules = schedules;
  }

  @Override
  public Integer call() {
    Session stored = this.session.get();
    // A session that the key does not open is of no use, however long it lives at the realm.
    stored.checkKey();
    SessionView session = stored.view();
    Phrases phrases = new Phrases(court.venue());
    boolean alive = session.isAlive(court.clock().instant());
    print(session, alive, phrases, schedules.get().openings(OPENINGS));
    return alive ? ExitCodes.DONE : ExitCodes.SIGN_IN;
  }

  private void print(
      SessionView session, boolean alive, Phrases phrases, ListResult<ScheduledBooking> next) {
    SessionJson json = json(session, alive, phrases, next);
    switch (output.format) {
      case table -> {
        words(session, alive, phrases);
        forecast(phrases, next);
      }
      case json -> new Printer(court.screen(), output.format).json(json);
      case ndjson, csv ->
          new Printer(court.screen(), output.format)
              .print(List.of(json), new View<>(List.of(), SessionJson.class, one -> one));
    }
  }

  private SessionJson json(
      SessionView session, boolean alive, Phrases phrases, ListResult<ScheduledBooking> next) {
    Optional<ScheduledBooking> first = next.found().stream().findFirst();
    return new SessionJson(
        court.account(),
        session.signedIn(),
        alive,
        phrases.iso(session.accessExpiry()),
        phrases.iso(session.refreshExpiry()),
        phrases.iso(session.refreshedAt()),
        session.ended(),
        phrases.iso(next.forecasts().session().end()),
        phrases.iso(next.forecasts().session().likelyEnd()),
        first.map(one -> phrases.iso(one.booking().opening())).orElse(null),
        first.flatMap(next.forecasts()::of).map(SessionForecast::word).orElse(null));
  }

  private void words(SessionView session, boolean alive, Phrases phrases) {
    line("account", court.account());
    line("session", state(session, alive));
    line("refreshed", text(session.refreshedAt(), phrases));
    line("access", text(session.accessExpiry(), phrases));
    line("refresh", text(session.refreshExpiry(), phrases));
  }

  private void forecast(Phrases phrases, ListResult<ScheduledBooking> next) {
    SessionOutlook outlook = next.forecasts().session();
    if (outlook.end() != null) {
      line("ends", phrases.timeAndZone(outlook.end()));
    } else if (outlook.likelyEnd() != null) {
      line("ends", "likely " + phrases.timeAndZone(outlook.likelyEnd()));
    }
    for (ScheduledBooking one : next.found()) {
      next.forecasts()
          .of(one)
          .ifPresent(
              session ->
                  line(
                      "opening",
                      phrases.timeAndZone(one.booking().opening())
                          + "  "
                          + Phrases.session(session, court.account())));
    }
  }

  private String state(SessionView session, boolean alive) {
    if (!session.signedIn()) {
      return SignInRemedy.after("nobody is signed in", court.account());
    }
    if (session.ended() != null) {
      return session.ended();
    }
    if (session.refreshedAt() == null) {
      return "a token that was not tried yet: the next run-due or %s tries it"
          .formatted(AccountCommand.of("court refresh-token", court.account()));
    }
    return alive ? "alive" : SignInRemedy.after("run out", court.account());
  }

  private static String text(Instant instant, Phrases phrases) {
    return instant == null ? "-" : phrases.timeAndZone(instant);
  }

  private void line(String heading, String text) {
    court.screen().print("%-10s ".formatted(heading), text, court.out());
  }
}
