package dev.court.doctor;

import dev.court.booking.Problem;
import dev.court.notification.ChannelStatuses;
import dev.court.workspace.AccountCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Checks that the notification channels can be used, and that no message waits. */
final class NotifyCheck implements Check {
  private final Supplier<ChannelStatuses> channels;
  private final Lazy<Optional<AccountSnapshot>> snapshot;
  private final String account;

  NotifyCheck(
      Supplier<ChannelStatuses> channels,
      Lazy<Optional<AccountSnapshot>> snapshot,
      String account) {
    this.channels = channels;
    this.snapshot = snapshot;
    this.account = account;
  }

  @Override
  public String subject() {
    return "notify";
  }

  @Override
  public Finding look() {
    List<ChannelStatuses.ChannelStatus> all =
        channels.get().with(snapshot.orSkip().map(AccountSnapshot::undelivered).orElse(List.of()));
    Optional<Problem> problem = all.stream().flatMap(one -> one.problem().stream()).findFirst();
    if (problem.isPresent()) {
      return Finding.trouble(subject(), problem.get());
    }
    return all.stream()
        .filter(one -> one.waiting() > 0)
        .findFirst()
        .map(this::waiting)
        .orElseGet(() -> Finding.ok(subject(), words(all)));
  }

  private Finding waiting(ChannelStatuses.ChannelStatus one) {
    return Finding.warning(
        subject(),
        "channel '%s' has %s waiting%s: %s says what keeps it"
            .formatted(
                one.channel().name(),
                one.waiting() == 1 ? "a message" : one.waiting() + " messages",
                one.lastError() == null ? "" : " (" + one.lastError() + ")",
                AccountCommand.of("court notify test " + one.channel().name(), account)));
  }

  private static String words(List<ChannelStatuses.ChannelStatus> all) {
    return all.isEmpty()
        ? "no channel is set, so that only run-due's output tells what happened"
        : all.stream()
            .map(one -> "%s by %s".formatted(one.channel().name(), one.channel().type()))
            .collect(Collectors.joining(", "));
  }
}
