package dev.court.notification.channel;

import dev.court.network.NetworkTrouble;
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

/** Hands emails to a server, by SMTP. */
public final class Mailer {
  private static final int LONGEST_REASON = 200;
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private Mailer() {}

  /**
   * Sends an email.
   *
   * @param limit for each single step: to connect, to wait for an answer, to write
   * @throws MailFailure when the server does not accept it for all receivers
   */
  public static void send(MailServer server, Email email, Duration limit) throws MailFailure {
    Session session = Session.getInstance(properties(server, limit));
    try (Transport transport = session.getTransport()) {
      Message message = message(session, email);
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
   * Checks that a text is a mail address, with or without a name.
   *
   * @throws MailFailure when it is not
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
    // Otherwise the library would send the name of this host.
    properties.put("mail.smtp.localhost", "localhost");
    boolean tls = server.security() == MailServer.Security.TLS;
    boolean startTls = server.security() == MailServer.Security.STARTTLS;
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    return properties;
  }

  private static Message message(Session session, Email email) throws MessagingException {
    InternetAddress from = read(email.from());
    EmailMessage message = new EmailMessage(session, email.id(), from.getAddress());
    message.setFrom(from);
    List<Address> to = new ArrayList<>();
    for (String address : email.to()) {
      to.add(read(address));
    }
    message.setRecipients(Message.RecipientType.TO, to.toArray(Address[]::new));
    // A line break in a subject would begin another header.
    message.setSubject(ControlCharacters.blanked(email.subject()), UTF_8);
    message.setText(email.text(), UTF_8);
    message.setSentDate(Date.from(email.date()));
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
      // A header is ASCII: without this, the name would be sent as it was read.
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
      // A code 4yz means a temporary failure (RFC 5321, 4.2.1).
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
    return Excerpt.start(ControlCharacters.blanked(NetworkTrouble.reason(cause)), LONGEST_REASON);
  }
}
