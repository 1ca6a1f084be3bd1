package dev.court.schedule;

import dev.court.booking.AwayDays.AwayPeriod;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.session.SessionForecast;
import dev.court.session.SessionOutlook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose a schedule or a booking is, and what that person's session will be like at its opening.
 *
 * @param owners the accounts that were listed, at least one
 */
public record OwnerForecasts(List<Owner> owners) {

  /** An account with the forecasts for its session, and when its person is away. */
  record Owner(long id, String name, Forecasts forecasts, List<AwayPeriod> away) {
    Owner {
      away = List.copyOf(away);
    }
  }

  /** A period in which the person of a listed account is away. */
  public record OwnersAway(String account, AwayPeriod period) {}

  /** When people are away, account by account; also what is over. */
  public List<OwnersAway> away() {
    return owners.stream()
        .flatMap(owner -> owner.away().stream().map(one -> new OwnersAway(owner.name(), one)))
        .toList();
  }

  /** Whether more than one account was listed. */
  public boolean areSeveral() {
    return owners.size() > 1;
  }

  /** The name of the account that a schedule belongs to. */
  public String account(Schedule schedule) {
    return owner(schedule).name();
  }

  /** The forecast for a booking; empty when it is not awaited, for example booked or skipped. */
  public Optional<SessionForecast> of(ScheduledBooking what) {
    return owner(what.schedule()).forecasts().of(what);
  }

  /** The forecast for the next booking of a schedule; empty when none is awaited. */
  public Optional<SessionForecast> of(ScheduleView view) {
    return owner(view.schedule()).forecasts().of(view);
  }

  boolean isOverBy(ScheduledBooking what) {
    return owner(what.schedule()).forecasts().isOverBy(what);
  }

  /** What is known of the session of the first account, which is the one that was named. */
  public SessionOutlook session() {
    return owners.get(0).forecasts().session();
  }

  /** When the list was made. */
  public Instant now() {
    return owners.get(0).forecasts().now();
  }

  private Owner owner(Schedule schedule) {
    return owners.stream()
        .filter(one -> one.id() == schedule.accountId())
        .findFirst()
        .orElseGet(() -> owners.get(0));
  }
}
