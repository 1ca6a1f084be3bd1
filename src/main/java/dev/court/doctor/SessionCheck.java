package dev.court.doctor;

import dev.court.booking.SignInNeeded;
import dev.court.session.SessionForecast;
import dev.court.session.SessionOutlook;
import dev.court.settings.Settings;
import dev.court.store.StoredCredentials;
import dev.court.store.StoredTokens;
import dev.court.text.TimeInWords;
import dev.court.workspace.AccountCommand;
import dev.court.workspace.SignInRemedy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Checks that the session is alive and will be at the next opening, by what is stored. */
final class SessionCheck implements Check {
  private final Lazy<Settings> settings;
  private final InstantSource clock;
  private final Lazy<Optional<AccountSnapshot>> snapshot;
  private final String account;

  SessionCheck(
      Lazy<Settings> settings,
      InstantSource clock,
      Lazy<Optional<AccountSnapshot>> snapshot,
      String account) {
    this.settings = settings;
    this.clock = clock;
    this.snapshot = snapshot;
    this.account = account;
  }

  @Override
  public String subject() {
    return "session";
  }

  @Override
  public Finding look() {
    AccountSnapshot known = snapshot.orSkip().orElseThrow(this::nobody);
    Instant opening = known.next().map(next -> next.booking().opening()).orElse(clock.instant());
    return found(known, outlook(known).at(opening, clock.instant()));
  }

  private Finding found(AccountSnapshot known, SessionForecast forecast) {
    return switch (forecast) {
      case ALIVE ->
          unlessRefused(
              known,
              Finding.ok(
                  subject(),
                  validity(known)
                      + (known.next().isPresent() ? ", and so at the next opening" : "")));
      case KEPT ->
          unlessRefused(
              known,
              Finding.ok(
                  subject(),
                  "%s, longer with each run-due; %s outlasts its end"
                      .formatted(validity(known), SignInRemedy.lasting(account))));
      case RENEWED ->
          Finding.ok(
              subject(),
              "%skept alive by run-due, or begun anew by it"
                  .formatted(isLive(known) ? validity(known) + ", " : ""));
      case LIKELY_ENDS_BEFORE ->
          unlessRefused(known, Finding.warning(subject(), likelyEndsBefore(known)));
      case NOT_KNOWN -> Finding.warning(subject(), notKnown(known));
      case ENDS_BEFORE -> throw endsBefore(known);
      case ENDED -> throw ended(known);
      case SIGNED_OUT -> throw nobody();
    };
  }

  /** Warns when the session is alive, but the remembered credentials that renew it were refused. */
  private Finding unlessRefused(AccountSnapshot known, Finding found) {
    return known
        .credentials()
        .map(StoredCredentials::refused)
        .map(refused -> Finding.warning(subject(), "%s; %s".formatted(found.message(), refused)))
        .orElse(found);
  }

  private static SessionOutlook outlook(AccountSnapshot known) {
    return known.forecasts().session();
  }

  /** Whether a realm has seen it, and the next one need not be begun yet. */
  private boolean isLive(AccountSnapshot known) {
    SessionOutlook outlook = outlook(known);
    return outlook.state() != SessionOutlook.State.UNTRIED && !outlook.isOver(clock.instant());
  }

  private String validity(AccountSnapshot known) {
    return known
        .tokens()
        .map(StoredTokens::refreshExpiry)
        .map(expiry -> "alive until " + time(expiry))
        .orElse("alive, the realm names no end");
  }

  private String notKnown(AccountSnapshot known) {
    return known
        .credentials()
        .map(StoredCredentials::trouble)
        .map("the automatic sign-in came to nothing, and run-due tries again: %s"::formatted)
        .orElseGet(
            () ->
                "a token that was not tried yet: %s tries it"
                    .formatted(command("court refresh-token")));
  }

  private String likelyEndsBefore(AccountSnapshot known) {
    return "likely ends %s, before the next opening: sign in with %s"
        .formatted(time(outlook(known).likelyEnd()), SignInRemedy.lasting(account));
  }

  private SignInNeeded endsBefore(AccountSnapshot known) {
    return new SignInNeeded(
        "ends %s, before the next opening: sign in with %s"
            .formatted(time(outlook(known).end()), SignInRemedy.lasting(account)));
  }

  private SignInNeeded ended(AccountSnapshot known) {
    return new SignInNeeded(
        known
            .tokens()
            .map(StoredTokens::ended)
            .orElseGet(() -> SignInRemedy.after("the session ran out", account)));
  }

  private SignInNeeded nobody() {
    return SignInRemedy.needed("nobody is signed in", account);
  }

  private String command(String line) {
    return AccountCommand.of(line, account);
  }

  private String time(Instant instant) {
    return TimeInWords.minuteAndZone(instant.atZone(settings.orSkip().venue().zone()));
  }
}
