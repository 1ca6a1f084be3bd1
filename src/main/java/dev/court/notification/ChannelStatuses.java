package dev.court.notification;

import dev.court.booking.Problem;
import dev.court.notification.channel.Channel;
import dev.court.notification.channel.ChannelValidator;
import dev.court.store.UndeliveredMessage;
import dev.court.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How the channels stand, without sending anything. */
public final class ChannelStatuses {
  private final List<Channel> channels;
  private final ChannelValidator inspection;
  private final Path home;
  private final Supplier<Workspace> workspace;

  public ChannelStatuses(
      List<Channel> channels,
      ChannelValidator inspection,
      Path home,
      Supplier<Workspace> workspace) {
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
  public record ChannelStatus(
      Channel channel, int waiting, Optional<Problem> problem, String lastError) {}

  public List<ChannelStatus> look() {
    return with(waiting());
  }

  /** The same where what waits was read already. */
  public List<ChannelStatus> with(List<UndeliveredMessage> waiting) {
    return channels.stream().map(channel -> standing(channel, waiting)).toList();
  }

  private ChannelStatus standing(Channel channel, List<UndeliveredMessage> waiting) {
    List<UndeliveredMessage> mine =
        waiting.stream().filter(one -> one.channel().equals(channel.name())).toList();
    String lastError =
        mine.stream()
            .map(UndeliveredMessage::lastError)
            .filter(error -> error != null)
            .findFirst()
            .orElse(null);
    return new ChannelStatus(channel, mine.size(), inspection.of(channel), lastError);
  }

  /** A home that is not there yet is not made for the look. */
  private List<UndeliveredMessage> waiting() {
    if (channels.isEmpty() || !Files.isDirectory(home)) {
      return List.of();
    }
    Workspace there = workspace.get();
    return there.database().transact(store -> store.outbox().unclaimed(there.accountId(store)));
  }
}
