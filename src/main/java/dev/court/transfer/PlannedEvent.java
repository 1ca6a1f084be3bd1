package dev.court.transfer;

import dev.court.booking.ScheduleRequest;
import dev.court.ics.CalendarEntry;

/** An entry of a calendar file after the check against the venue. */
sealed interface PlannedEvent {

  /** The file and the place in it. */
  String place();

  /**
   * An entry that can be booked.
   *
   * @param words its plan in words
   */
  record Importable(String place, CalendarEntry.Play play, ScheduleRequest request, String words)
      implements PlannedEvent {}

  /**
   * An entry that cannot be asked for, but may be a booking that exists.
   *
   * @param words its time in words
   */
  record OnlyKnown(String place, String uid, boolean isConfirmed, String words, String whyNot)
      implements PlannedEvent {}

  /**
   * An entry that is only reported.
   *
   * @param what its plan in words, or the reason
   * @param uid the UID of a cancelled event or occurrence, else empty
   * @param series the UID of the event that a cancelled occurrence belongs to, else empty
   */
  record NotImportable(
      String place, ImportResult.ImportStatus status, String what, String uid, String series)
      implements PlannedEvent {}
}
