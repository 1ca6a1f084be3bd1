package dev.court.notification.channel;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.secret.SafeAddress;
import dev.court.secret.Secret;
import dev.court.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the setting {@code notify}: channels by name. Reads no secret and opens nothing. */
public final class Channels {
  private static final String EXAMPLE =
      "{\"phone\": {\"type\": \"ntfy\", \"url\": \"https://ntfy.sh/TOPIC\"}}";

  private Channels() {}

  /**
   * The channels, in the order of the setting.
   *
   * @param setting as it stands in {@code config.json}; null for none
   * @throws InvalidRequest when one of them makes no sense, in a line that repeats no secret
   */
  public static List<Channel> read(Object setting) {
    if (setting == null) {
      return List.of();
    }
    if (!(setting instanceof Map<?, ?> map)) {
      throw new InvalidRequest("must be like " + EXAMPLE);
    }
    List<Channel> channels = new ArrayList<>();
    map.forEach((name, value) -> channels.add(channel(name.toString(), value)));
    return List.copyOf(channels);
  }

  /** Whether one of them holds a secret itself, in place of naming where it stands. */
  public static boolean holdSecret(List<Channel> channels) {
    return channels.stream()
        .flatMap(Channels::secrets)
        .anyMatch(SecretSource.Inline.class::isInstance);
  }

  /** What is shown of them: no address, since one may be a secret. */
  public static String words(List<Channel> channels) {
    return channels.stream()
        .map(channel -> "%s (%s)".formatted(channel.name(), channel.type()))
        .collect(Collectors.joining(", "));
  }

  /**
   * The address of a topic is half a secret; those of hooks, tokens and passwords are whole ones.
   */
  private static Stream<SecretSource> secrets(Channel channel) {
    if (channel.medium() instanceof ChannelConfig.Web web) {
      boolean isHook = web.shape() == PayloadFormat.SLACK || web.shape() == PayloadFormat.DISCORD;
      return Stream.concat(web.token().stream(), isHook ? Stream.of(web.url()) : Stream.empty());
    }
    return channel.medium() instanceof ChannelConfig.Mail mail
        ? mail.password().stream()
        : Stream.empty();
  }

  private static Channel channel(String name, Object value) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
      throw new InvalidRequest(
          "a channel's name is up to 40 letters, digits, - and _, not %s"
              .formatted(Quote.of(name)));
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new InvalidRequest("channel '%s' must be like %s".formatted(name, EXAMPLE));
    }
    ChannelFields fields = new ChannelFields(name, map);
    ChannelConfig medium = medium(fields);
    Channel channel = new Channel(name, wants(fields), medium);
    fields.refuseOthers();
    return channel;
  }

  private static ChannelConfig medium(ChannelFields fields) {
    String type = fields.required("type");
    Optional<PayloadFormat> shape =
        Arrays.stream(PayloadFormat.values()).filter(one -> one.word().equals(type)).findFirst();
    if (shape.isPresent()) {
      return web(shape.get(), fields);
    }
    return switch (type) {
      case "email" -> mail(fields);
      case "command" -> new ChannelConfig.Command(line(fields));
      default ->
          throw fields.wrong(
              "no type '%s': there is ntfy, webhook, slack, discord, telegram, email, command"
                  .formatted(type));
    };
  }

  private static List<String> line(ChannelFields fields) {
    List<String> line = fields.texts("command");
    if (line.isEmpty()) {
      throw fields.wrong("command is missing: a list such as [\"/home/me/bin/tell\"]");
    }
    return line;
  }

  private static ChannelConfig.Web web(PayloadFormat shape, ChannelFields fields) {
    if (shape == PayloadFormat.TELEGRAM) {
      SecretSource url =
          fields
              .secret("url")
              .orElse(new SecretSource.Inline(Secret.of("https://api.telegram.org")));
      return checked(
          new ChannelConfig.Web(
              shape, url, Optional.of(fields.requiredSecret("token")), fields.required("chat_id")),
          fields);
    }
    Optional<SecretSource> token =
        shape == PayloadFormat.NTFY || shape == PayloadFormat.WEBHOOK
            ? fields.secret("token")
            : Optional.empty();
    return checked(new ChannelConfig.Web(shape, fields.requiredSecret("url"), token, null), fields);
  }

  /** What stands in the file is looked at now, the rest when it is read. */
  private static ChannelConfig.Web checked(ChannelConfig.Web web, ChannelFields fields) {
    if (web.url() instanceof SecretSource.Inline inline) {
      try {
        Address.read(inline.secret().reveal());
      } catch (SetupProblem e) {
        throw fields.wrong(e.getMessage());
      }
    }
    return web;
  }

  private static ChannelConfig.Mail mail(ChannelFields fields) {
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
            () -> fields.wrong("security is starttls, tls or none, not '%s'".formatted(word)));
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
      throw fields.wrong("'%s' is no port".formatted(text));
    }
    return Integer.parseInt(text);
  }

  /** A first look; the library that judges is loaded to send. */
  private static String address(ChannelFields fields, String text) {
    if (!text.matches("[^@<>]+@[^@<>\\s]+|[^<>]*<[^@<>\\s]+@[^@<>\\s]+>")) {
      throw fields.wrong("'%s' is no mail address".formatted(text));
    }
    return text;
  }

  private static Set<EventType> wants(ChannelFields fields) {
    List<String> words = fields.texts("events");
    Set<EventType> wants = EnumSet.noneOf(EventType.class);
    for (String word : words) {
      wants.add(
          EventType.of(word)
              .filter(what -> what != EventType.TEST)
              .orElseThrow(
                  () -> fields.wrong("no event '%s': there is %s".formatted(word, all()))));
    }
    return words.isEmpty() ? EnumSet.copyOf(EventType.choices()) : wants;
  }

  private static String all() {
    return EventType.choices().stream().map(EventType::word).collect(Collectors.joining(", "));
  }
}
