package dev.court.doctor;

import dev.court.booking.OutcomeUnknown;
import dev.court.workspace.AccountCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that no booking has an unknown outcome. */
final class OutcomesCheck implements Check {
  private final Lazy<Optional<AccountSnapshot>> snapshot;
  private final String account;

  OutcomesCheck(Lazy<Optional<AccountSnapshot>> snapshot, String account) {
    this.snapshot = snapshot;
    this.account = account;
  }

  @Override
  public String subject() {
    return "outcomes";
  }

  @Override
  public Finding look() {
    List<Long> unknown =
        snapshot.orSkip().stream()
            .flatMap(found -> found.unknown().stream())
            .map(one -> one.booking().id())
            .toList();
    if (unknown.isEmpty()) {
      return Finding.ok(subject(), "all are known");
    }
    throw new OutcomeUnknown(
        "%s unknown: where run-due does not settle it in some minutes, look at the portal, then run %s"
            .formatted(
                unknown.size() == 1 ? "1 is" : unknown.size() + " are",
                unknown.stream()
                    .map(
                        id ->
                            "%s --booked or --not-booked"
                                .formatted(AccountCommand.of("court resolve " + id, account)))
                    .collect(Collectors.joining(", "))));
  }
}
