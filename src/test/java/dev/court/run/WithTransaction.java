package dev.court.run;

import dev.court.Evening;
import dev.court.HomeDatabase;
import dev.court.TestClock;
import dev.court.booking.AlternativeTimes;
import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Strategy;
import dev.court.booking.Watch;
import dev.court.log.Log;
import dev.court.notification.Notifier;
import dev.court.sandbox.SandboxOptions;
import dev.court.schedule.AddSchedule;
import dev.court.store.Database;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of the steps that a run begins with: a database, a booking, and a time. */
abstract class WithTransaction {
  @TempDir Path home;
  final TestClock clock = new TestClock(Evening.OPENING.minusSeconds(50));
  Workspace workspace;

  @BeforeEach
  void an_empty_database() {
    Database database = new Database(HomeDatabase.url(home), Log.NONE);
    workspace =
        new Workspace(database, SandboxOptions.at(clock).venue(), clock, "default", Log.NONE);
  }

  /** Asks for Wednesday at five. */
  void wantsWednesday() {
    wants(Optional.empty());
  }

  void wantsWednesday(Watch watch) {
    wants(Optional.of(watch));
  }

  private void wants(Optional<Watch> watch) {
    new AddSchedule(workspace.venue(), clock, () -> workspace)
        .add(
            new ScheduleRequest(
                null,
                new Plan.OneOff(LocalDateTime.parse(Evening.FIVE)),
                CourtPreference.parse("1,2"),
                Duration.ofMinutes(30),
                "1",
                Strategy.WHOLE,
                watch,
                AlternativeTimes.NONE),
            false);
  }

  /** What a step does at the time of the clock. */
  <T> T step(Function<RunTransaction, T> step) {
    return onDisk(
        store ->
            step.apply(new RunTransaction(store, workspace.accountId(store), workspace.now())));
  }

  StatusChange change(RunTransaction transaction) {
    return new StatusChange(transaction, Notifier.none(workspace));
  }

  <T> T onDisk(Function<Store, T> work) {
    return workspace.database().transact(work);
  }

  /** The only booking. */
  Booking booking() {
    return onDisk(store -> store.bookings().find(1, 1).orElseThrow()).booking();
  }

  /** Another run takes the booking. */
  void claimedBy(String run, Instant until) {
    onDisk(
        store -> store.claims().tryClaim(due(store).what().booking(), due(store).at(), run, until));
  }

  private static DueBooking due(Store store) {
    return store.dueBookings().due(1, Evening.START, Evening.OPENING.minusSeconds(3600)).get(0);
  }
}
