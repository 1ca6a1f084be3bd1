package dev.court.notification.channel;

import dev.court.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** Sends an email. */
final class MailSender implements Sender {
  private final ChannelConfig.Mail mail;
  private final SendContext context;
  private final Duration limit;

  MailSender(ChannelConfig.Mail mail, SendContext context, Duration limit) {
    this.mail = mail;
    this.context = context;
    this.limit = limit;
  }

  @Override
  public DeliveryResult send(Message message) {
    Optional<Secret> password = mail.password().map(source -> source.read(context));
    MailServer server =
        new MailServer(
            mail.host(),
            mail.port(),
            mail.security(),
            password.map(secret -> new MailServer.SmtpLogin(mail.username(), secret)));
    Email email =
        new Email(
            mail.from(), mail.to(), message.title(), message.text(), message.id(), message.at());
    try {
      Mailer.send(server, email, limit);
      return new DeliveryResult.Delivered();
    } catch (MailFailure e) {
      String reason =
          password
              .map(secret -> e.getMessage().replace(secret.reveal(), "..."))
              .orElse(e.getMessage());
      return e.isPermanent() ? DeliveryResult.permanent(reason) : DeliveryResult.temporary(reason);
    }
  }

  /**
   * Checks the addresses without sending.
   *
   * @throws MailFailure when one of them is no mail address
   */
  static void check(ChannelConfig.Mail mail) throws MailFailure {
    Mailer.check(mail.from());
    for (String to : mail.to()) {
      Mailer.check(to);
    }
  }
}
