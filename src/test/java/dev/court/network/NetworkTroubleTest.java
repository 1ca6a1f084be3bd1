package dev.court.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTroubleTest {
  static Stream<Arguments> reasons() {
    return Stream.of(
        arguments(new UnknownHostException("api.example"), "unknown host"),
        arguments(
            new ConnectException().initCause(new UnresolvedAddressException()), "unknown host"),
        arguments(new ConnectException("Connection refused"), "Connection refused"),
        arguments(
            new ConnectException().initCause(new ClosedChannelException()),
            "it takes no connections"),
        arguments(new NoRouteToHostException("No route to host"), "No route to host"),
        arguments(new SocketException("Connection reset"), "Connection reset"),
        arguments(new SocketException(), "the connection broke"),
        arguments(new SocketTimeoutException("Read timed out"), "no answer in time"),
        arguments(new EOFException(), "it ended the connection"),
        arguments(new IOException("x", new EOFException("EOF reached")), "it ended the connection"),
        arguments(new ClosedChannelException(), "it ended the connection"),
        arguments(
            new SSLHandshakeException("PKIX path building failed: sun.security.Provider: x")
                .initCause(new CertPathBuilderException("unable to find a valid path")),
            "its certificate is not trusted"),
        arguments(
            new SSLHandshakeException("PKIX path validation failed")
                .initCause(new CertificateExpiredException("NotAfter: x")),
            "its certificate has expired"),
        arguments(
            new SSLHandshakeException("(certificate_unknown) x")
                .initCause(new CertificateException("No name matching api.example found")),
            "(certificate_unknown) x"),
        arguments(
            new SSLException(
                "java.security.InvalidAlgorithmParameterException: the trust anchors are missing"),
            "no safe connection (TLS)"),
        arguments(new IOException("java.net.SocketException: Broken pipe"), "the connection broke"),
        arguments(new IOException("SomethingException"), "the connection broke"),
        arguments(new IllegalStateException(), "the connection broke"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void says_causes_in_words_without_the_names_of_classes(Throwable trouble, String told) {
    assertThat(NetworkTrouble.reason(trouble)).isEqualTo(told);
  }
}
