package dev.court.network;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a connection failed, in words for people. Java often says it by the name of a class only. */
public final class NetworkTrouble {
  private record NetworkTroubleKind(Class<? extends Throwable> type, String words) {}

  /** What is told whatever the message says; the more special one comes first. */
  private static final List<NetworkTroubleKind> KINDS =
      List.of(
          new NetworkTroubleKind(UnknownHostException.class, "unknown host"),
          new NetworkTroubleKind(UnresolvedAddressException.class, "unknown host"),
          new NetworkTroubleKind(SocketTimeoutException.class, "no answer in time"),
          new NetworkTroubleKind(TimeoutException.class, "no answer in time"),
          new NetworkTroubleKind(CertificateExpiredException.class, "its certificate has expired"),
          new NetworkTroubleKind(
              CertificateNotYetValidException.class, "its certificate is not valid yet"),
          new NetworkTroubleKind(CertPathBuilderException.class, "its certificate is not trusted"),
          new NetworkTroubleKind(EOFException.class, "it ended the connection"),
          new NetworkTroubleKind(ClosedChannelException.class, "it ended the connection"));

  /** What is told where no message says more. */
  private static final List<NetworkTroubleKind> SILENT =
      List.of(
          new NetworkTroubleKind(ConnectException.class, "it takes no connections"),
          new NetworkTroubleKind(CertificateException.class, "its certificate is not good for it"),
          new NetworkTroubleKind(SSLException.class, "no safe connection (TLS)"));

  /** A name with its package, or one that says that it is the class of a failure. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w+|\\b[A-Z]\\w*(?:Exception|Error)\\b");

  private static final int MOST_CAUSES = 20;

  private NetworkTrouble() {}

  /** The reason without the names of classes; never blank. It may be of several lines. */
  public static String reason(Throwable trouble) {
    // The client of Java leaves the message out where a server refuses, and calls that closed.
    List<NetworkTroubleKind> kinds =
        trouble instanceof ConnectException && trouble.getMessage() == null
            ? KINDS.subList(0, 2)
            : KINDS;
    return kind(trouble, kinds)
        .or(() -> causes(trouble).flatMap(one -> message(one).stream()).findFirst())
        .or(() -> kind(trouble, SILENT))
        .orElse("the connection broke");
  }

  private static Optional<String> kind(Throwable trouble, List<NetworkTroubleKind> kinds) {
    return kinds.stream()
        .filter(kind -> causes(trouble).anyMatch(kind.type()::isInstance))
        .map(NetworkTroubleKind::words)
        .findFirst();
  }

  private static Optional<String> message(Throwable trouble) {
    return Optional.ofNullable(trouble.getMessage())
        .filter(text -> !text.isBlank() && !CLASS_NAME.matcher(text).find());
  }

  private static Stream<Throwable> causes(Throwable trouble) {
    return Stream.iterate(trouble, one -> one != null, Throwable::getCause).limit(MOST_CAUSES);
  }
}
