package dev.court.schedule;

import dev.court.booking.Plan;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The commands that a person could use whose court was taken. */
record Remedies(ScheduledBooking what, Venue venue) {

  String inOneLine() {
    List<String> remedies = new ArrayList<>();
    List<String> others = others();
    if (!others.isEmpty()) {
      remedies.add("the other courts too: " + command(allCourts(others), ""));
    }
    if (what.schedule().asked().watch().isEmpty()) {
      remedies.add("asking on, since people give courts back: " + command("", " --keep-trying 1d"));
    }
    return remedies.isEmpty() ? "another time of day, or another day" : String.join("; ", remedies);
  }

  /** Where the account's own bookings have the courts: they are not given back by asking on. */
  String besideOwn() {
    List<String> others = others();
    return others.isEmpty()
        ? "another time of day, or another day"
        : "another time, or a court that none of your schedules asks for: "
            + command(String.join(",", others), "");
  }

  private List<String> others() {
    return venue.courts().stream()
        .map(TennisCourt::id)
        .filter(id -> !what.booking().courts().courtIds().contains(id))
        .toList();
  }

  private String allCourts(List<String> others) {
    return what.booking().courts() + "," + others.stream().collect(Collectors.joining(","));
  }

  /** A one-off is added again, because its booking has ended; a recurrence is edited. */
  private String command(String courts, String watch) {
    String options = (courts.isEmpty() ? "" : " --court " + courts) + watch;
    return what.schedule().asked().plan() instanceof Plan.OneOff oneOff
        ? "court add --at %s%s --court %s --duration %s%s"
            .formatted(
                oneOff.at(),
                what.schedule().asked().isEither()
                    ? " --or " + what.schedule().asked().alternatives()
                    : "",
                courts.isEmpty() ? what.booking().courts() : courts,
                what.booking().duration().toMinutes(),
                watch)
        : "court edit %s%s".formatted(what.schedule().id(), options);
  }
}
