package dev.court.doctor;

import dev.court.booking.OutcomeUnknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bookings that may or may not have been made. */
final class OutcomesCheck implements Check {
  private final Lazy<Optional<DatabaseSnapshot>> snapshot;

  OutcomesCheck(Lazy<Optional<DatabaseSnapshot>> snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public String subject() {
    return "outcomes";
  }

  @Override
  public Finding look() {
    List<Long> doubtful =
        snapshot.orSkip().stream()
            .flatMap(known -> known.doubtful().stream())
            .map(one -> one.booking().id())
            .toList();
    if (doubtful.isEmpty()) {
      return Finding.ok(subject(), "all are known");
    }
    throw new OutcomeUnknown(
        "%s unknown: where run-due does not settle it in some minutes, look at the portal, then run %s"
            .formatted(
                doubtful.size() == 1 ? "1 is" : doubtful.size() + " are",
                doubtful.stream()
                    .map(id -> "court resolve %s --booked or --not-booked".formatted(id))
                    .collect(Collectors.joining(", "))));
  }
}
