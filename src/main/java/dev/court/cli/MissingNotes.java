package dev.court.cli;

import dev.court.session.SessionForecast;
import dev.court.settings.Settings;
import dev.court.text.DurationInWords;
import dev.court.workspace.AccountCommand;
import dev.court.workspace.LastRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says at once what is missing for a new schedule to come about. */
final class MissingNotes {
  private final CourtCommand court;
  private final Settings settings;

  MissingNotes(CourtCommand court, Settings settings) {
    this.court = court;
    this.settings = settings;
  }

  /**
   * A note for each.
   *
   * @param session for the next opening; empty where none is awaited
   */
  void print(Optional<SessionForecast> session) {
    if (session.isEmpty()) {
      return;
    }
    String account = court.account();
    if (settings.occupantId(account).isEmpty()) {
      court.say(
          "note: no occupant id is set, so nothing can be booked: %s asks for it"
              .formatted(AccountCommand.of("court init", account)));
    }
    session
        .filter(MissingNotes::isTooShort)
        .map(forecast -> "note: " + signIn(forecast, account))
        .ifPresent(court::say);
    caller().ifPresent(court::say);
  }

  private static boolean isTooShort(SessionForecast forecast) {
    return switch (forecast) {
      case ALIVE, KEPT, RENEWED, NOT_KNOWN -> false;
      case ENDS_BEFORE, LIKELY_ENDS_BEFORE, ENDED, SIGNED_OUT -> true;
    };
  }

  private static String signIn(SessionForecast forecast, String account) {
    return forecast == SessionForecast.SIGNED_OUT
        ? Phrases.session(forecast, account)
        : "at the next opening the session " + Phrases.session(forecast, account);
  }

  /** In a rehearsal a person calls it; and with a server, another machine may. */
  private Optional<String> caller() {
    if (settings.isRehearsal() || settings.isDatabaseOnServer()) {
      return Optional.empty();
    }
    Optional<Instant> last = new LastRun(settings.home()).latest();
    if (last.isEmpty()) {
      return Optional.of("note: nobody calls run-due yet: court install cron --yes");
    }
    Instant now = court.clock().instant();
    return last.get().isAfter(now) || LastRun.isFresh(last.get(), now)
        ? Optional.empty()
        : Optional.of(
            "note: run-due last came %s ago: court doctor says more"
                .formatted(DurationInWords.of(Duration.between(last.get(), now))));
  }
}
