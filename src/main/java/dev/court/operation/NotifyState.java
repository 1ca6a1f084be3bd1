package dev.court.operation;

import dev.court.booking.Problem;
import dev.court.notify.Channel;
import dev.court.notify.Inspection;
import dev.court.store.Outbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How the channels stand, without sending anything. */
public final class NotifyState {
  private final List<Channel> channels;
  private final Inspection inspection;
  private final Path home;
  private final Supplier<Workspace> workspace;

  NotifyState(
      List<Channel> channels, Inspection inspection, Path home, Supplier<Workspace> workspace) {
    this.channels = channels;
    this.inspection = inspection;
    this.home = home;
    this.workspace = workspace;
  }

  /**
   * One channel.
   *
   * @param waiting how many messages could not be sent yet
   * @param problem what is wrong with its settings
   * @param lastError why the oldest that waits was not sent; null when none was tried
   */
  public record Standing(
      Channel channel, int waiting, Optional<Problem> problem, String lastError) {}

  public List<Standing> look() {
    List<Outbox.Lost> waiting = waiting();
    return channels.stream().map(channel -> standing(channel, waiting)).toList();
  }

  /** For the doctor, one finding a channel; none where no channel is set. */
  public List<Finding> findings() {
    return look().stream().map(NotifyState::finding).toList();
  }

  private static Finding finding(Standing one) {
    String name = one.channel().name();
    if (one.problem().isPresent()) {
      return Finding.trouble("notify", one.problem().get());
    }
    String said = one.lastError() == null ? "" : ": " + one.lastError();
    return one.waiting() > 0
        ? Finding.warning(
            "notify",
            "channel '%s' has %s waiting%s; court notify test %s tries it now"
                .formatted(name, messages(one.waiting()), said, name))
        : Finding.ok("notify", "channel '%s' by %s".formatted(name, one.channel().type()));
  }

  private static String messages(int count) {
    return count == 1 ? "a message" : count + " messages";
  }

  private Standing standing(Channel channel, List<Outbox.Lost> waiting) {
    List<Outbox.Lost> mine =
        waiting.stream().filter(one -> one.channel().equals(channel.name())).toList();
    String lastError =
        mine.stream()
            .map(Outbox.Lost::lastError)
            .filter(error -> error != null)
            .findFirst()
            .orElse(null);
    return new Standing(channel, mine.size(), inspection.of(channel), lastError);
  }

  /** A home that is not there yet is not made for the look. */
  private List<Outbox.Lost> waiting() {
    if (channels.isEmpty() || !Files.isDirectory(home)) {
      return List.of();
    }
    Workspace there = workspace.get();
    return there.database().transact(store -> store.outbox().idle(there.accountId(store)));
  }
}
