package dev.court.doctor;

import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.Venue;
import dev.court.schedule.ScheduleView;
import dev.court.settings.Settings;
import dev.court.text.DurationInWords;
import dev.court.text.TimeInWords;
import dev.court.workspace.AccountCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Checks what is to be booked next, and that its courts exist. */
final class SchedulesCheck implements Check {
  private final Lazy<Settings> settings;
  private final InstantSource clock;
  private final Lazy<Optional<AccountSnapshot>> snapshot;
  private final String account;

  SchedulesCheck(
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
    return "schedules";
  }

  @Override
  public Finding look() {
    Optional<AccountSnapshot> known = snapshot.orSkip();
    List<ScheduleView> all = known.map(AccountSnapshot::schedules).orElse(List.of());
    if (all.isEmpty()) {
      return Finding.ok(subject(), "none: %s makes one".formatted(command("court add")));
    }
    known.get().awaited().forEach(this::refuseUnknownCourts);
    return known.get().next().map(next -> found(all, next)).orElseGet(() -> nothing(all));
  }

  private Finding found(List<ScheduleView> all, ScheduledBooking next) {
    Instant opening = next.booking().opening();
    Instant now = clock.instant();
    String when =
        opening.isAfter(now)
            ? "next opening %s, in %s"
                .formatted(time(opening), DurationInWords.of(Duration.between(now, opening)))
            : "the next run-due books what is open already";
    return Finding.ok(subject(), "%s kept, %s".formatted(all.size(), when));
  }

  private Finding nothing(List<ScheduleView> all) {
    Instant now = clock.instant();
    if (all.stream().noneMatch(view -> view.isAhead(now))) {
      return Finding.warning(
          subject(),
          "%s kept, and nothing is ahead: they have ended, %s makes a new one"
              .formatted(all.size(), command("court add")));
    }
    if (all.stream().anyMatch(view -> view.status().equals(ScheduleView.AWAY))) {
      return Finding.ok(
          subject(),
          "%s kept, nothing to book while you are away: %s"
              .formatted(all.size(), command("court away list")));
    }
    boolean isPaused = all.stream().anyMatch(view -> view.status().equals(ScheduleView.PAUSED));
    return isPaused
        ? Finding.warning(
            subject(),
            "%s kept, nothing to book while paused: %s"
                .formatted(all.size(), command("court resume")))
        : Finding.ok(subject(), "%s kept, all that is ahead is booked".formatted(all.size()));
  }

  private void refuseUnknownCourts(ScheduledBooking one) {
    Venue venue = settings.orSkip().venue();
    List<String> wanted = one.booking().courts().courtIds();
    if (wanted.stream().noneMatch(id -> venue.court(id).isPresent())) {
      throw new SetupProblem(
          "schedule %s asks for court %s, which the settings do not name: %s, or court config set courts"
              .formatted(
                  one.schedule().id(),
                  String.join(", ", wanted),
                  command("court edit %s --court".formatted(one.schedule().id()))));
    }
  }

  private String command(String line) {
    return AccountCommand.of(line, account);
  }

  private String time(Instant instant) {
    return TimeInWords.minuteAndZone(instant.atZone(settings.orSkip().venue().zone()));
  }
}
