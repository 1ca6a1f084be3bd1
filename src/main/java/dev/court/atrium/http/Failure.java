package dev.court.atrium.http;

import dev.court.network.NetworkTrouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Why no whole answer came.
 *
 * @param maybeSent false only when the request certainly did not reach the server
 * @param isLasting whether the trouble hardly passes within seconds
 * @param reason one line
 */
public record Failure(boolean maybeSent, boolean isLasting, String reason) {
  public Failure(boolean maybeSent, String reason) {
    this(maybeSent, false, reason);
  }

  /**
   * Classifies an exception of the HTTP client or of a connection. Only a connection that was never
   * made, or whose certificate we refused ourselves, proves that nothing was sent. A TLS handshake
   * that the server ended is no such proof, and counts as maybe sent: a wrong guess would book
   * twice.
   */
  public static Failure of(Throwable trouble, URI address) {
    String host = address.getRawAuthority();
    if (trouble instanceof HttpConnectTimeoutException) {
      return new Failure(false, ServerText.line("no connection to %s in time".formatted(host)));
    }
    if (trouble instanceof ConnectException || isUnknownHost(trouble)) {
      return new Failure(
          false, ServerText.line("cannot connect to %s%s".formatted(host, why(trouble))));
    }
    if (trouble instanceof SSLHandshakeException && has(trouble, CertificateException.class)) {
      return new Failure(false, true, ServerText.line(CertificateTrouble.of(trouble, host)));
    }
    if (Thread.currentThread().isInterrupted()) {
      return new Failure(true, "interrupted");
    }
    if (trouble instanceof TimeoutException || trouble instanceof SocketTimeoutException) {
      return new Failure(true, ServerText.line("%s did not answer in time".formatted(host)));
    }
    return new Failure(true, ServerText.line("no answer from %s%s".formatted(host, why(trouble))));
  }

  /**
   * Why there is no connection. Certainly nothing was sent: a request leaves only after the TLS
   * handshake.
   */
  public static Failure unconnected(IOException trouble, URI address) {
    Failure failure = of(trouble, address);
    if (!failure.maybeSent()) {
      return failure;
    }
    String host = address.getRawAuthority();
    return trouble instanceof SocketTimeoutException
        ? new Failure(false, ServerText.line("no connection to %s in time".formatted(host)))
        : new Failure(
            false, ServerText.line("cannot connect to %s%s".formatted(host, why(trouble))));
  }

  private static boolean isUnknownHost(Throwable trouble) {
    return trouble instanceof UnresolvedAddressException || trouble instanceof UnknownHostException;
  }

  private static String why(Throwable trouble) {
    return ": " + NetworkTrouble.reason(trouble);
  }

  static boolean has(Throwable trouble, Class<? extends Throwable> kind) {
    for (Throwable t = trouble; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
