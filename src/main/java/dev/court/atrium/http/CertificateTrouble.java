package dev.court.atrium.http;

import dev.court.network.NetworkTrouble;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

/** Says why Java does not trust the certificate of a server, and what helps. */
final class CertificateTrouble {
  private static final String CLOCK = "see that the date of this machine is right";

  private CertificateTrouble() {}

  /** One line. */
  static String of(Throwable refusal, String host) {
    if (Failure.has(refusal, CertificateExpiredException.class)) {
      return "the certificate of %s has expired: %s".formatted(host, CLOCK);
    }
    if (Failure.has(refusal, CertificateNotYetValidException.class)) {
      return "the certificate of %s is not valid yet: %s".formatted(host, CLOCK);
    }
    return Failure.has(refusal, CertPathBuilderException.class)
        ? ("the certificate of %s is not trusted: where a proxy of yours signs it, set"
                + " COURT_JAVA_OPTS to -Djavax.net.ssl.trustStore=FILE")
            .formatted(host)
        : "the certificate of %s is not good for it (%s): see that the address is right"
            .formatted(host, NetworkTrouble.reason(refusal));
  }
}
