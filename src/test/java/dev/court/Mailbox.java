package dev.court;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on loopback that keeps what it gets. */
public final class Mailbox implements AutoCloseable {
  private final List<byte[]> letters = Collections.synchronizedList(new ArrayList<>());
  private final List<String> receivers = Collections.synchronizedList(new ArrayList<>());
  private final List<String> logins = Collections.synchronizedList(new ArrayList<>());
  private final SMTPServer server;

  public Mailbox(UnaryOperator<SMTPServer.Builder> options) {
    SMTPServer.Builder builder =
        new SMTPServer.Builder()
            .bindAddress(InetAddress.getLoopbackAddress())
            .port(0)
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (name, password, context) -> login(name, password)))
            .messageHandler(
                (context, from, to, data) -> {
                  receivers.add(to);
                  letters.add(data);
                });
    server = options.apply(builder).build();
    server.start();
  }

  public static Mailbox open() {
    return new Mailbox(builder -> builder);
  }

  private void login(String name, String password) throws LoginFailedException {
    logins.add(name + " " + password);
    if (!password.equals("hunter2")) {
      throw new LoginFailedException("wrong");
    }
  }

  public int port() {
    return server.getPortAllocated();
  }

  public List<String> receivers() {
    return receivers;
  }

  public List<String> logins() {
    return logins;
  }

  public int count() {
    return letters.size();
  }

  /** As it came over the wire. */
  public String raw(int index) {
    return new String(letters.get(index), StandardCharsets.ISO_8859_1);
  }

  public MimeMessage email(int index) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()), new ByteArrayInputStream(letters.get(index)));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
