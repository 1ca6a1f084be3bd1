package dev.court.notification.channel;

import dev.court.secret.Secret;
import java.util.Optional;

/**
 * Where mail is handed in.
 *
 * @param login empty where the server wants none
 */
public record MailServer(String host, int port, Security security, Optional<SmtpLogin> login) {

  /** How the connection is kept from listeners. */
  public enum Security {
    /** TLS after a first word in clear, insisted on (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte on (RFC 8314). */
    TLS,
    /** None, for a server on this machine. */
    NONE
  }

  /** Who hands it in. */
  public record SmtpLogin(String username, Secret password) {}
}
