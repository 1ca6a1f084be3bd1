package dev.court.notification.channel;

import java.time.Instant;
import java.util.List;

/**
 * An email in plain text.
 *
 * @param from an address, with or without a name: {@code Court <court@example.org>}
 * @param to such addresses, at least one
 * @param id the same for each copy of an email, so that a mailbox recognizes a second copy;
 *     letters, digits and dots
 */
public record Email(
    String from, List<String> to, String subject, String text, String id, Instant date) {
  public Email {
    to = List.copyOf(to);
  }
}
