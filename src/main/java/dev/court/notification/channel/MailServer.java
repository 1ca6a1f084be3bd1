package dev.court.notification.channel;

import dev.court.secret.Secret;
import java.util.Optional;

/**
 * The server that accepts an email for delivery.
 *
 * @param login empty when the server needs none
 */
public record MailServer(String host, int port, Security security, Optional<SmtpLogin> login) {

  /** How the connection is encrypted. */
  public enum Security {
    /** The connection begins in clear text and must change to TLS (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte (RFC 8314). */
    TLS,
    /** No encryption, for a server on this machine. */
    NONE
  }

  /** User name and password at the server. */
  public record SmtpLogin(String username, Secret password) {}
}
