package dev.court.secret;

/**
 * The key is missing, unreadable or not the one that sealed the data. The message is one line with
 * cause and remedy. It never contains key material; a cause that might contain some is left out.
 */
public final class KeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyException(String message) {
    super(message);
  }

  KeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
