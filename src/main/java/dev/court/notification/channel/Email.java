package dev.court.notification.channel;

import java.time.Instant;
import java.util.List;

/**
 * A letter in plain text.
 *
 * @param from an address, with or without a name: {@code Court <court@example.org>}
 * @param to such addresses, one at least
 * @param id the same for the same letter, so that a mailbox can tell a second copy; letters, digits
 *     and dots
 */
public record Email(
    String from, List<String> to, String subject, String text, String id, Instant date) {
  public Email {
    to = List.copyOf(to);
  }
}
