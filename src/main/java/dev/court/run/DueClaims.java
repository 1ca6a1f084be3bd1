package dev.court.run;

import dev.court.booking.Answer;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.Strategy;
import dev.court.booking.Venue;
import dev.court.notification.BookingReport;
import dev.court.notification.ProblemReport;
import dev.court.run.shots.ShotFiles;
import dev.court.schedule.WantedNow;
import dev.court.schedule.alternative.Turns;
import dev.court.schedule.house.HouseRules;
import dev.court.schedule.house.OwnCourts;
import dev.court.store.Claims;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the bookings that are due, and claims them for a run. */
final class DueClaims {
  /** A claim lasts this much longer than the last request, for answers and readings. */
  private static final Duration TO_SETTLE = Duration.ofSeconds(60);

  private final RunTransaction transaction;
  private final RunOptions options;
  private final Venue venue;
  private final Predicate<String> isSetUp;
  private final WantedNow wanted;

  /**
   * Nothing is read yet.
   *
   * @param isSetUp whether the settings allow the account of a name to book
   */
  DueClaims(
      RunTransaction transaction, RunOptions options, Venue venue, Predicate<String> isSetUp) {
    this.transaction = transaction;
    this.options = options;
    this.venue = venue;
    this.isSetUp = isSetUp;
    this.wanted = new WantedNow(venue, transaction.store(), transaction.now());
  }

  /**
   * What may be claimed, of each occurrence one: the first of its times that has a court to ask
   * for.
   */
  Allotted find() {
    List<DueBooking> all = candidates();
    Turns turns =
        new Turns(transaction.store(), transaction.now(), horizon().plus(options.giveUp()));
    List<DueBooking> hopeless = new ArrayList<>();
    Allotted allotted = allot(turns.among(all, Set.of()));
    List<DueBooking> lost = ofSeveral(allotted.leftOut());
    while (!lost.isEmpty()) {
      hopeless.addAll(lost);
      allotted = allot(turns.among(all, ids(hopeless)));
      lost = ofSeveral(allotted.leftOut());
    }
    hopeless.addAll(allotted.leftOut());
    return new Allotted(allotted.due(), hopeless);
  }

  private List<DueBooking> candidates() {
    return transaction
        .store()
        .dueBookings()
        .due(transaction.accountId(), horizon(), transaction.now())
        .stream()
        .filter(one -> options.admits(one.what().schedule().id()) && isWanted(one))
        .filter(one -> !options.leftToNext().contains(one.what().booking().id()))
        .toList();
  }

  private static List<DueBooking> ofSeveral(List<DueBooking> some) {
    return some.stream().filter(one -> one.what().isOfSeveral()).toList();
  }

  private static Set<Long> ids(List<DueBooking> some) {
    return some.stream().map(one -> one.what().booking().id()).collect(Collectors.toSet());
  }

  /**
   * What has an open shot is as it was when it was shot; the person may want something else now.
   */
  private boolean isWanted(DueBooking due) {
    ScheduledBooking what = due.what();
    return what.booking()
        .openShot()
        .map(open -> wanted.isWanted(what.schedule(), what.booking(), open.courtId()))
        .orElse(true);
  }

  /**
   * What a run has claimed.
   *
   * @param report the bookings that it could not claim for want of a shot file, as they are now
   */
  record ClaimedBookings(List<DueBooking> held, RunReport report) {
    static final ClaimedBookings NONE = new ClaimedBookings(List.of(), RunReport.NOTHING);
  }

  /**
   * What is due, beside the other bookings of the account.
   *
   * @param due by the instant of their next try, each with the courts that it may ask for in order
   * @param leftOut those that have nothing to win, since others have all of their courts
   */
  record Allotted(List<DueBooking> due, List<DueBooking> leftOut) {
    /** Whether they have something to win or not, by the instant of their next try. */
    List<DueBooking> all() {
      return Stream.concat(due.stream(), leftOut.stream())
          .sorted(Comparator.comparing(DueBooking::at))
          .toList();
    }
  }

  /** What is tried before it is due now. */
  private Instant horizon() {
    return transaction.now().plus(options.within());
  }

  /** Decides which of its courts each booking may ask for. */
  private Allotted allot(List<DueBooking> turns) {
    List<DueBooking> due = turns.stream().map(this::besideItsSiblings).toList();
    OwnCourts own =
        OwnCourts.inHouse(
            transaction.store(),
            transaction.accountId(),
            venue,
            transaction.now(),
            new HouseRules(horizon(), isSetUp),
            due);
    List<DueBooking> allotted = new ArrayList<>();
    List<DueBooking> leftOut = new ArrayList<>();
    for (DueBooking one : due) {
      own.courts(one.what().booking())
          .ifPresentOrElse(
              courts -> allotted.add(besideMismatched(one.asking(courts))), () -> leftOut.add(one));
    }
    return new Allotted(allotted, leftOut);
  }

  /**
   * Claims each booking that no other run has claimed meanwhile. The shot files are on the disk
   * before the claims are. A booking whose file cannot be written is left for a later run, and
   * costs the others nothing.
   *
   * @param run the id of the run that claims
   * @throws SetupProblem when the folder of the shot files cannot be made
   */
  ClaimedBookings claim(List<DueBooking> due, String run, ShotFiles shots) {
    if (due.isEmpty()) {
      return ClaimedBookings.NONE;
    }
    shots.makeFolder();
    List<DueBooking> held = new ArrayList<>();
    RunReport report = RunReport.NOTHING;
    List<DueBooking> taken = taken(due, run);
    Map<Long, SetupProblem> unwritable =
        shots.beginAll(taken.stream().map(one -> one.what().booking()).toList(), run);
    for (DueBooking one : taken) {
      SetupProblem problem = unwritable.get(one.what().booking().id());
      if (problem == null) {
        held.add(one.claimed());
      } else {
        report = report.and(unclaimed(one, run, problem));
      }
    }
    return new ClaimedBookings(List.copyOf(held), report);
  }

  /** The reason stays in the booking, so that each run need not tell it again. */
  private RunReport unclaimed(DueBooking due, String run, SetupProblem problem) {
    Booking before = due.what().booking();
    OutcomeMapper mapper = new OutcomeMapper(venue, transaction.now());
    Outcome outcome =
        OutcomeMapper.stillOpen(before, new Outcome.TryAgain(problem.getMessage(), Duration.ZERO));
    Booking after = mapper.settled(due.what(), outcome, List.of());
    transaction.store().claims().trySettle(after, run, mapper.nextTry(before, outcome));
    BookingReport report =
        BookingReport.of(new ScheduledBooking(due.what().schedule(), after), outcome, before);
    return RunReport.of(new ProblemReport(problem, report.decision()))
        .and(RunReport.of(report, false).covered());
  }

  private List<DueBooking> taken(List<DueBooking> due, String run) {
    Claims claims = transaction.store().claims();
    List<Boolean> taken =
        claims.tryClaim(run, claims.isOfManyMachines(), due.stream().map(this::wish).toList());
    return IntStream.range(0, due.size()).filter(taken::get).mapToObj(due::get).toList();
  }

  private Claims.Unclaimed wish(DueBooking due) {
    Instant until = options.deadline(due, transaction.now()).plus(TO_SETTLE);
    return new Claims.Unclaimed(due.what().booking(), due.at(), until);
  }

  /** Players do not want to change courts in the middle of an occurrence. */
  private DueBooking besideItsSiblings(DueBooking due) {
    if (due.what().schedule().asked().strategy() != Strategy.SPLIT) {
      return due;
    }
    Booking booking = due.what().booking();
    List<Booking> siblings = transaction.store().bookings().siblings(booking);
    return SplitCoordination.courtOfNearest(booking, siblings)
        .map(court -> due.asking(due.courts().preferring(court)))
        .orElse(due);
  }

  /**
   * Where a part was given something else than it asked for, that may be the time of this one. Then
   * "taken" may mean ourselves, as with an open shot at its first court.
   */
  private DueBooking besideMismatched(DueBooking due) {
    Booking booking = due.what().booking();
    boolean isInDoubt =
        due.what().schedule().asked().strategy() == Strategy.SPLIT
            && booking.openShot().isEmpty()
            && transaction.store().bookings().siblings(booking).stream()
                .anyMatch(this::isSomethingElseHeld);
    return isInDoubt
        ? due.with(
            booking.with(booking.status(), booking.result().withOpenCourt(due.courts().first())))
        : due;
  }

  private boolean isSomethingElseHeld(Booking sibling) {
    return sibling.status() == BookingStatus.UNKNOWN
        && transaction.store().attempts().of(sibling).stream()
            .anyMatch(one -> one.answer().equals(Answer.Mismatched.WORD));
  }
}
