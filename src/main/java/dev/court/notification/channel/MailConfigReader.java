package dev.court.notification.channel;

import dev.court.booking.Quote;
import dev.court.secret.SafeAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the settings of a channel of type {@code email}. */
final class MailConfigReader {
  private MailConfigReader() {}

  static ChannelConfig.Mail read(ChannelFields fields) {
    String host = fields.required("host");
    MailServer.Security security = security(fields);
    if (security == MailServer.Security.NONE && !SafeAddress.isThisMachine(host)) {
      throw fields.wrong("mail goes over starttls or tls, or without to this machine only");
    }
    String username = fields.text("username").orElse(null);
    Optional<SecretSource> password = fields.secret("password");
    if (password.isPresent() != (username != null)) {
      throw fields.wrong("username and password go together: one of them is missing");
    }
    List<String> to = fields.texts("to");
    if (to.isEmpty()) {
      throw fields.wrong("to is missing: a list of mail addresses");
    }
    return new ChannelConfig.Mail(
        host,
        port(fields, security),
        security,
        username,
        password,
        address(fields, fields.required("from")),
        to.stream().map(one -> address(fields, one)).toList());
  }

  private static MailServer.Security security(ChannelFields fields) {
    String word = fields.text("security").orElse("starttls");
    return Arrays.stream(MailServer.Security.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                fields.wrong(
                    "security is starttls, tls or none, not %s".formatted(Quote.of(word))));
  }

  private static int port(ChannelFields fields, MailServer.Security security) {
    String usual =
        switch (security) {
          case STARTTLS -> "587";
          case TLS -> "465";
          case NONE -> "25";
        };
    String text = fields.text("port").orElse(usual);
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65535) {
      throw fields.wrong("%s is no port".formatted(Quote.of(text)));
    }
    return Integer.parseInt(text);
  }

  /** A rough check; the mail library checks the address when it sends. */
  private static String address(ChannelFields fields, String text) {
    if (!text.matches("[^@<>]+@[^@<>\\s]+|[^<>]*<[^@<>\\s]+@[^@<>\\s]+>")) {
      throw fields.wrong("%s is no mail address".formatted(Quote.of(text)));
    }
    return text;
  }
}
