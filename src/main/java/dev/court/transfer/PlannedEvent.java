package dev.court.transfer;

import dev.court.booking.ScheduleRequest;
import dev.court.ics.CalendarEntry;

/** An entry of a calendar file, checked against the venue. */
sealed interface PlannedEvent {

  /** The file, and where in it. */
  String place();

  /** Something that can be asked for. */
  record Importable(String place, CalendarEntry.Play play, ScheduleRequest request, String words)
      implements PlannedEvent {}

  /**
   * Something of which there is only something to say.
   *
   * @param uid what the file calls something that was called off, else empty
   * @param series what the file calls the event that it is an occurrence of, else empty
   */
  record NotImportable(
      String place, ImportFiles.ImportStatus fate, String what, String uid, String series)
      implements PlannedEvent {}
}
