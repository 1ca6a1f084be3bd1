package dev.court.run;

import dev.court.booking.Answer;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.house.OwnCourtWords;
import dev.court.schedule.house.OwnCourts;
import dev.court.store.DueBooking;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends bookings that have nothing to win beside the other bookings of the same account, and that
 * were therefore not asked for. It does so after the opening only: before it, the person may still
 * take one of the others back.
 */
final class LostToOwn {
  private final RunTransaction transaction;
  private final Venue venue;
  private final StatusChange change;

  LostToOwn(RunTransaction transaction, Venue venue, StatusChange change) {
    this.transaction = transaction;
    this.venue = venue;
    this.change = change;
  }

  /**
   * Ends those of which each court was booked for another booking of the account, or was found
   * taken by one of this run. What may still be won is left to the next run.
   *
   * @param leftOut bookings that the run has not claimed
   * @param lost the bookings of this run that found courts taken
   */
  RunReport close(List<DueBooking> leftOut, List<Booking> lost) {
    List<ScheduledBooking> waiting = leftOut.stream().flatMap(this::waiting).toList();
    OwnCourts own =
        OwnCourts.beside(
            transaction.store(), transaction.accountId(), venue, transaction.now(), waiting);
    return waiting.stream()
        .map(one -> close(one, lost, own))
        .reduce(RunReport.NOTHING, RunReport::and);
  }

  private Stream<ScheduledBooking> waiting(DueBooking one) {
    return transaction
        .store()
        .bookings()
        .find(transaction.accountId(), one.what().booking().id())
        .filter(what -> what.booking().status() == BookingStatus.PENDING)
        .filter(what -> !what.booking().opening().isAfter(transaction.now()))
        .stream();
  }

  /**
   * The outcome of a booking that was asked for, in other words where a court that was taken is one
   * of the account's own: another run may have asked for it, or a schedule that was added since.
   *
   * @param attempts the requests of this run for it
   */
  static Outcome explained(
      ScheduledBooking what,
      Outcome.Lost lost,
      List<Attempt> attempts,
      OwnCourts own,
      Venue venue) {
    Booking booking = what.booking();
    OwnCourtWords words = new OwnCourtWords(venue);
    boolean isByOthersToo = false;
    for (String court : Attempt.takenCourts(attempts)) {
      Optional<ScheduledBooking> keeper = own.keeper(booking, court, OwnCourts.MAY_HAVE);
      keeper.ifPresent(one -> words.add(court, one));
      isByOthersToo |= keeper.isEmpty();
    }
    if (words.inOneLine().isEmpty()) {
      return lost;
    }
    boolean isOver =
        booking.courts().courtIds().stream()
            .allMatch(court -> own.keeper(booking, court, OwnCourts.HAS).isPresent());
    return new Outcome.Lost(
        words.inOneLine() + (isByOthersToo ? "; " + lost.reason() : ""), lost.taken() && !isOver);
  }

  private RunReport close(ScheduledBooking what, List<Booking> lost, OwnCourts own) {
    Booking booking = what.booking();
    return reason(what, lost, own)
        .filter(reason -> transaction.store().bookings().tryGiveUp(booking, reason))
        .map(reason -> change.report(booking, new Outcome.Lost(reason)))
        .orElse(RunReport.NOTHING);
  }

  /** Empty when there is a court that it may still win. */
  private Optional<String> reason(ScheduledBooking what, List<Booking> lost, OwnCourts own) {
    Booking booking = what.booking();
    OwnCourtWords words = new OwnCourtWords(venue);
    for (String court : booking.courts().courtIds()) {
      Optional<ScheduledBooking> holder = own.keeper(booking, court, OwnCourts.HAS);
      Optional<Booking> finder = finder(what, court, lost);
      if (holder.isPresent()) {
        words.add(court, holder.get());
      } else if (own.keeper(booking, court).isEmpty() && finder.isPresent()) {
        words.addTaken(court, finder.get().scheduleId());
      } else if (venue.court(court).isPresent()) {
        return Optional.empty();
      }
    }
    return Optional.of(words.inOneLine()).filter(line -> !line.isEmpty());
  }

  /**
   * Who found a court taken, at no other time than this booking's; a watch asks for it itself,
   * since it may be given back.
   */
  private Optional<Booking> finder(ScheduledBooking what, String court, List<Booking> lost) {
    return what.schedule().asked().watch().isPresent()
        ? Optional.empty()
        : lost.stream()
            .filter(other -> other.isWithin(what.booking()) && hasFoundTaken(other, court))
            .findFirst();
  }

  private boolean hasFoundTaken(Booking booking, String court) {
    return transaction.store().attempts().of(booking).stream()
        .anyMatch(one -> one.courtId().equals(court) && one.answer().equals(Answer.Taken.WORD));
  }
}
