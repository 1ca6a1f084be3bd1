package dev.court.notification.channel;

import dev.court.text.ControlCharacters;
import dev.court.text.Excerpt;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Hands letters in. */
public final class Mailer {
  private static final int LONGEST_REASON = 200;
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private Mailer() {}

  /**
   * Hands one in.
   *
   * @param limit for each single step: to connect, for an answer, to write
   * @throws MailFailure when the server did not take it for all of its receivers
   */
  public static void send(MailServer server, Email letter, Duration limit) throws MailFailure {
    Session session = Session.getInstance(properties(server, limit));
    try (Transport transport = session.getTransport()) {
      Message message = message(session, letter);
      if (server.login().isPresent()) {
        MailServer.SmtpLogin login = server.login().get();
        transport.connect(login.username(), login.password().reveal());
      } else {
        transport.connect();
      }
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw trouble(server, e);
    }
  }

  /**
   * Whether a text is an address, with or without a name.
   *
   * @throws MailFailure when it is none
   */
  public static void check(String address) throws MailFailure {
    try {
      read(address);
    } catch (MessagingException e) {
      throw new MailFailure(
          "'%s' is no mail address".formatted(ControlCharacters.blanked(address)), true);
    }
  }

  private static Properties properties(MailServer server, Duration limit) {
    String millis = Long.toString(limit.toMillis());
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", Integer.toString(server.port()));
    properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    // the host's own name is not the business of a mail server
    properties.put("mail.smtp.localhost", "localhost");
    boolean tls = server.security() == MailServer.Security.TLS;
    boolean startTls = server.security() == MailServer.Security.STARTTLS;
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    return properties;
  }

  private static Message message(Session session, Email letter) throws MessagingException {
    InternetAddress from = read(letter.from());
    EmailMessage message = new EmailMessage(session, letter.id(), from.getAddress());
    message.setFrom(from);
    List<Address> to = new ArrayList<>();
    for (String address : letter.to()) {
      to.add(read(address));
    }
    message.setRecipients(Message.RecipientType.TO, to.toArray(Address[]::new));
    // a line break in a subject would begin a header of its own
    message.setSubject(ControlCharacters.blanked(letter.subject()), UTF_8);
    message.setText(letter.text(), UTF_8);
    message.setSentDate(Date.from(letter.date()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private static InternetAddress read(String text) throws MessagingException {
    InternetAddress address = new InternetAddress(text, true);
    if (!text.equals(ControlCharacters.blanked(text)) || !address.getAddress().contains("@")) {
      throw new AddressException("no address of one line", text);
    }
    try {
      // what was read is sent as it stands otherwise, and a header is ASCII
      address.setPersonal(address.getPersonal(), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    return address;
  }

  private static MailFailure trouble(MailServer server, MessagingException e) {
    String who = server.host() + ":" + server.port();
    if (e instanceof AuthenticationFailedException) {
      return new MailFailure(who + " refuses user name and password", true);
    }
    if (e instanceof AddressException || e instanceof SendFailedException) {
      String reason = deepest(e);
      // a code of 4yz means not now (RFC 5321, 4.2.1)
      return new MailFailure(
          "%s refuses sender or receiver (%s)".formatted(who, reason), !reason.startsWith("4"));
    }
    return new MailFailure("%s does not take mail (%s)".formatted(who, deepest(e)), false);
  }

  private static String deepest(MessagingException e) {
    Throwable cause = e;
    while (cause instanceof MessagingException one && one.getNextException() != null) {
      cause = one.getNextException();
    }
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message =
        cause.getMessage() == null ? "" : ControlCharacters.blanked(cause.getMessage());
    String line = message.isEmpty() ? cause.getClass().getSimpleName() : message;
    return Excerpt.start(line, LONGEST_REASON);
  }
}
