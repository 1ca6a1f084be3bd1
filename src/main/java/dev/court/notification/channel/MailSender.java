package dev.court.notification.channel;

import dev.court.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** Sends by mail. */
final class MailSender implements Sender {
  private final Medium.Mail mail;
  private final World world;
  private final Duration limit;

  MailSender(Medium.Mail mail, World world, Duration limit) {
    this.mail = mail;
    this.world = world;
    this.limit = limit;
  }

  @Override
  public Delivery send(Message message) {
    Optional<Secret> password = mail.password().map(source -> source.read(world));
    MailServer server =
        new MailServer(
            mail.host(),
            mail.port(),
            mail.security(),
            password.map(secret -> new MailServer.Login(mail.username(), secret)));
    Letter letter =
        new Letter(
            mail.from(), mail.to(), message.title(), message.text(), message.id(), message.at());
    try {
      Mailer.send(server, letter, limit);
      return new Delivery.Done();
    } catch (MailTrouble e) {
      String reason =
          password
              .map(secret -> e.getMessage().replace(secret.reveal(), "..."))
              .orElse(e.getMessage());
      return e.isLasting() ? Delivery.lasting(reason) : Delivery.trouble(reason);
    }
  }

  /** What is wrong with the addresses, as far as can be told without sending. */
  static void check(Medium.Mail mail) throws MailTrouble {
    Mailer.check(mail.from());
    for (String to : mail.to()) {
      Mailer.check(to);
    }
  }
}
