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

/** The status of each channel, without sending anything. */
public final class ChannelStatuses {
  private final List<Channel> channels;
  private final ChannelValidator validator;
  private final Path home;
  private final Supplier<Workspace> workspace;

  public ChannelStatuses(
      List<Channel> channels,
      ChannelValidator validator,
      Path home,
      Supplier<Workspace> workspace) {
    this.channels = channels;
    this.validator = validator;
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

  /** The same where the waiting messages were read already. */
  public List<ChannelStatus> with(List<UndeliveredMessage> waiting) {
    return channels.stream().map(channel -> status(channel, waiting)).toList();
  }

  private ChannelStatus status(Channel channel, List<UndeliveredMessage> waiting) {
    List<UndeliveredMessage> mine =
        waiting.stream().filter(one -> one.channel().equals(channel.name())).toList();
    String lastError =
        mine.stream()
            .map(UndeliveredMessage::lastError)
            .filter(error -> error != null)
            .findFirst()
            .orElse(null);
    return new ChannelStatus(channel, mine.size(), validator.of(channel), lastError);
  }

  /** The home is not made for it. */
  private List<UndeliveredMessage> waiting() {
    if (channels.isEmpty() || !Files.isDirectory(home)) {
      return List.of();
    }
    Workspace there = workspace.get();
    return there.database().read(store -> store.outbox().unclaimed(there.accountId(store)));
  }
}
