package dev.court.notification.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A message with an id of our own: the library's id would name the user and the host. */
final class EmailMessage extends MimeMessage {
  private final String id;

  EmailMessage(Session session, String id, String from) {
    super(session);
    this.id = "<court.%s@%s>".formatted(id, from.substring(from.lastIndexOf('@') + 1));
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
