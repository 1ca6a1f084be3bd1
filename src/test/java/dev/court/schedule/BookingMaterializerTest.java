package dev.court.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.HomeDatabase;
import dev.court.TestClock;
import dev.court.booking.AlternativeTimes;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.BookingWindow;
import dev.court.booking.CourtPreference;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Strategy;
import dev.court.booking.Venue;
import dev.court.log.Log;
import dev.court.sandbox.SandboxOptions;
import dev.court.store.Database;
import dev.court.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bookings that are made of schedules as time passes, from a Sunday noon on. */
@Tag("any-database")
class BookingMaterializerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
  private static final LocalDateTime WEDNESDAY = LocalDateTime.parse("2026-11-25T17:00");
  private static final Plan.Recurring WEEKLY =
      new Plan.Recurring(WEDNESDAY, "FREQ=WEEKLY;BYDAY=WE");

  @TempDir Path home;
  private Database database;
  private Venue venue = SandboxOptions.at(new TestClock(NOW)).venue();

  @BeforeEach
  void an_empty_database() {
    database = new Database(HomeDatabase.url(home), Log.NONE);
    onDisk(store -> store.accounts().findOrAdd("default"));
  }

  @Test
  void a_single_time_gets_its_booking_with_its_opening() {
    add(request(new Plan.OneOff(WEDNESDAY)));

    assertThat(bookings())
        .singleElement()
        .matches(one -> one.start().equals(Instant.parse("2026-11-25T22:00:00Z")))
        .matches(one -> one.opening().equals(Instant.parse("2026-11-18T22:00:00Z")));
  }

  @Test
  void a_series_has_bookings_for_its_window_and_four_weeks() {
    add(request(WEEKLY));

    assertThat(bookings())
        .extracting(BookingMaterializerTest::day)
        .containsExactly("11-25", "12-02", "12-09", "12-16", "12-23");
  }

  @Test
  void a_series_that_is_expanded_again_has_no_booking_twice() {
    add(request(WEEKLY));

    materializeAll(NOW.plus(Duration.ofDays(7)));
    materializeAll(NOW.plus(Duration.ofDays(7)));

    assertThat(bookings())
        .extracting(BookingMaterializerTest::day)
        .containsExactly("11-25", "12-02", "12-09", "12-16", "12-23", "12-30");
  }

  @Test
  void an_occurrence_during_which_no_run_came_gets_its_booking_all_the_same() {
    add(request(WEEKLY));

    materializeAll(NOW.plus(Duration.ofDays(70)));

    assertThat(bookings()).extracting(BookingMaterializerTest::day).contains("12-30", "01-06");
  }

  @Test
  void a_rare_series_has_its_next_booking_however_far_it_is() {
    add(request(new Plan.Recurring(WEDNESDAY, "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1")));

    assertThat(bookings()).extracting(BookingMaterializerTest::day).containsExactly("06-01");
  }

  @Test
  void each_slot_of_a_split_occurrence_gets_its_booking() {
    add(split(new Plan.OneOff(WEDNESDAY)));

    assertThat(bookings())
        .extracting(Booking::start)
        .containsExactly(
            Instant.parse("2026-11-25T22:00:00Z"), Instant.parse("2026-11-25T22:30:00Z"));
    assertThat(bookings()).extracting(Booking::partOf).containsOnly(bookings().get(0).start());
  }

  @Test
  void a_changed_window_moves_the_openings_ahead() {
    add(request(WEEKLY));

    venue = venueWith(venue.zone(), BookingWindow.parse("PT48H"));
    materializeAll(NOW);

    assertThat(bookings())
        .extracting(one -> Duration.between(one.opening(), one.start()))
        .containsOnly(Duration.ofDays(2));
  }

  @Test
  void a_changed_zone_cancels_the_old_times_ahead_and_makes_the_new_ones() {
    add(request(new Plan.OneOff(WEDNESDAY)));

    venue = venueWith(ZoneId.of("America/Chicago"), venue.window());
    materializeAll(NOW);

    assertThat(bookings())
        .extracting(one -> one.start() + " " + one.status())
        .containsExactly("2026-11-25T22:00:00Z CANCELLED", "2026-11-25T23:00:00Z PENDING");
  }

  @Test
  void an_occurrence_that_the_plan_leaves_out_is_skipped_and_comes_back() {
    Schedule schedule = add(request(WEEKLY));

    align(schedule, request(WEEKLY.without(WEDNESDAY)));
    assertThat(bookings().get(0).status()).isEqualTo(BookingStatus.SKIPPED);

    align(schedule, request(WEEKLY));
    assertThat(bookings().get(0).status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void a_time_that_the_plan_has_no_more_is_cancelled() {
    Schedule schedule = add(request(WEEKLY));

    align(schedule, request(new Plan.Recurring(WEDNESDAY, "FREQ=WEEKLY;BYDAY=TH")));

    assertThat(bookings()).extracting(Booking::status).containsOnly(BookingStatus.CANCELLED);
  }

  @Test
  void what_is_held_as_a_whole_is_not_booked_again_in_parts() {
    Schedule schedule = add(hour(Strategy.WHOLE, new Plan.OneOff(WEDNESDAY)));
    Booking whole = bookings().get(0);
    onDisk(store -> store.bookings().tryChangeStatus(whole, BookingStatus.SUCCESS, null));

    change(schedule, split(new Plan.OneOff(WEDNESDAY)), BookingMaterializer::align);
    change(
        schedule,
        split(new Plan.OneOff(WEDNESDAY)),
        (materializer, changed) -> materializer.materialize(changed, NOW));

    assertThat(bookings()).extracting(Booking::status).containsExactly(BookingStatus.SUCCESS);
  }

  private Schedule add(ScheduleRequest request) {
    return onDisk(
        store -> {
          long id = store.schedules().add(1, request, NOW, venue.zone().getId());
          Schedule schedule = store.schedules().find(1, id).orElseThrow();
          new BookingMaterializer(venue, store, NOW).materialize(schedule, NOW);
          return schedule;
        });
  }

  private void materializeAll(Instant now) {
    onDisk(
        store -> {
          new BookingMaterializer(venue, store, now).materializeAll(1);
          return store;
        });
  }

  private void align(Schedule schedule, ScheduleRequest request) {
    change(schedule, request, BookingMaterializer::align);
  }

  private void change(
      Schedule schedule,
      ScheduleRequest request,
      BiConsumer<BookingMaterializer, Schedule> change) {
    onDisk(
        store -> {
          store.schedules().change(schedule.id(), request, NOW);
          change.accept(
              new BookingMaterializer(venue, store, NOW),
              store.schedules().find(1, schedule.id()).orElseThrow());
          return store;
        });
  }

  private List<Booking> bookings() {
    return onDisk(store -> store.bookings().of(store.schedules().find(1, 1).orElseThrow()));
  }

  private <T> T onDisk(Function<Store, T> work) {
    return database.transact(work);
  }

  private static String day(Booking booking) {
    return booking.occurrence().start().toLocalDate().toString().substring(5);
  }

  private Venue venueWith(ZoneId zone, BookingWindow window) {
    return new Venue(zone, window, venue.slot(), venue.maxDuration(), venue.courts());
  }

  private static ScheduleRequest request(Plan plan) {
    return new ScheduleRequest(
        null, plan, CourtPreference.parse("1,2"), Duration.ofMinutes(30), "1");
  }

  private static ScheduleRequest split(Plan plan) {
    return hour(Strategy.SPLIT, plan);
  }

  private static ScheduleRequest hour(Strategy strategy, Plan plan) {
    return new ScheduleRequest(
        null,
        plan,
        CourtPreference.parse("1,2"),
        Duration.ofMinutes(60),
        "1",
        strategy,
        Optional.empty(),
        AlternativeTimes.NONE);
  }
}
