package dev.court.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FailureTest {
  private static final URI ADDRESS = URI.create("https://api.example/v1/?token=s3cret");

  static Stream<Throwable> certainly_not_sent() {
    return Stream.of(
        new ConnectException("Connection refused"),
        with(new ConnectException(), new UnresolvedAddressException()),
        new HttpConnectTimeoutException("HTTP connect timed out"),
        new UnresolvedAddressException(),
        new UnknownHostException("api.example"),
        with(new SSLHandshakeException("PKIX"), new CertificateException("expired")));
  }

  static Stream<Throwable> perhaps_sent() {
    return Stream.of(
        new TimeoutException(),
        new HttpTimeoutException("request timed out"),
        new IOException("HTTP/1.1 header parser received no bytes"),
        with(new IOException("x"), new ConnectException("Connection refused")),
        new EOFException("EOF reached while reading"),
        new SocketException("Connection reset"),
        new ClosedChannelException(),
        new SSLException("closing inbound before receiving peer's close_notify"),
        new SSLHandshakeException("Received fatal alert: bad_certificate"),
        new IllegalStateException(),
        new OutOfMemoryError());
  }

  @ParameterizedTest
  @MethodSource
  void certainly_not_sent(Throwable trouble) {
    assertThat(Failure.of(trouble, ADDRESS).maybeSent()).isFalse();
  }

  @ParameterizedTest
  @MethodSource
  void perhaps_sent(Throwable trouble) {
    assertThat(Failure.of(trouble, ADDRESS).maybeSent()).isTrue();
  }

  @Test
  void says_what_happened_with_whom_in_one_line() {
    assertThat(reason(with(new ConnectException(), new UnresolvedAddressException())))
        .isEqualTo("cannot connect to api.example: unknown host");
    assertThat(reason(with(new ConnectException(), new ClosedChannelException())))
        .isEqualTo("cannot connect to api.example: it takes no connections");
    assertThat(reason(new UnknownHostException("api.example")))
        .isEqualTo("cannot connect to api.example: unknown host");
    assertThat(reason(new ConnectException("Connection refused")))
        .isEqualTo("cannot connect to api.example: Connection refused");
    assertThat(reason(new ClosedChannelException()))
        .isEqualTo("no answer from api.example: it ended the connection");
    assertThat(reason(new IOException("Invalid status line: \"\u0007\n" + HttpAnswers.JWT + "\"")))
        .isEqualTo("no answer from api.example: Invalid status line: \" [hidden]\"");
  }

  @Test
  void a_certificate_that_is_refused_names_the_host_and_what_helps() {
    assertThat(refused(new CertificateExpiredException("NotAfter: x")))
        .isEqualTo(
            "the certificate of api.example has expired: see that the date of this machine is"
                + " right");
    assertThat(refused(new CertificateNotYetValidException("NotBefore: x")))
        .contains("is not valid yet");
    assertThat(
            refused(
                with(new CertificateException("PKIX"), new CertPathBuilderException("no path"))))
        .contains("is not trusted", "COURT_JAVA_OPTS", "trustStore");
    assertThat(refused(new CertificateException("No name matching api.example found")))
        .isEqualTo(
            "the certificate of api.example is not good for it (No name matching api.example"
                + " found): see that the address is right");
  }

  private static String refused(Throwable why) {
    Throwable refusal = with(new SSLHandshakeException(why.getMessage()), why);
    assertThat(Failure.of(refusal, ADDRESS).isLasting()).isTrue();
    return reason(refusal);
  }

  private static String reason(Throwable trouble) {
    return Failure.of(trouble, ADDRESS).reason();
  }

  private static Throwable with(Throwable trouble, Throwable cause) {
    return trouble.initCause(cause);
  }
}
