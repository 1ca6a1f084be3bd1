package dev.court.notification.channel;

import dev.court.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** Sends by mail. */
final class MailSender implements Sender {
  private final ChannelConfig.Mail mail;
  private final SendContext world;
  private final Duration limit;

  MailSender(ChannelConfig.Mail mail, SendContext world, Duration limit) {
    this.mail = mail;
    this.world = world;
    this.limit = limit;
  }

  @Override
  public DeliveryResult send(Message message) {
    Optional<Secret> password = mail.password().map(source -> source.read(world));
    MailServer server =
        new MailServer(
            mail.host(),
            mail.port(),
            mail.security(),
            password.map(secret -> new MailServer.SmtpLogin(mail.username(), secret)));
    Email letter =
        new Email(
            mail.from(), mail.to(), message.title(), message.text(), message.id(), message.at());
    try {
      Mailer.send(server, letter, limit);
      return new DeliveryResult.Delivered();
    } catch (MailFailure e) {
      String reason =
          password
              .map(secret -> e.getMessage().replace(secret.reveal(), "..."))
              .orElse(e.getMessage());
      return e.isLasting() ? DeliveryResult.lasting(reason) : DeliveryResult.trouble(reason);
    }
  }

  /** What is wrong with the addresses, as far as can be told without sending. */
  static void check(ChannelConfig.Mail mail) throws MailFailure {
    Mailer.check(mail.from());
    for (String to : mail.to()) {
      Mailer.check(to);
    }
  }
}
