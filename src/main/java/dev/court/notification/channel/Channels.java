package dev.court.notification.channel;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.SetupProblem;
import dev.court.secret.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the setting {@code notify}: channels by name. Reads no secret. */
public final class Channels {
  private static final String EXAMPLE =
      "{\"phone\": {\"type\": \"ntfy\", \"url\": \"https://ntfy.sh/TOPIC\"}}";

  private Channels() {}

  /**
   * Reads the channels, in the order of the setting.
   *
   * @param setting the value in {@code config.json}; null when it is not set
   * @throws InvalidRequest when a channel is wrong; the message quotes no secret
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

  /** Whether a channel contains a secret itself, and does not name the place of it. */
  public static boolean holdSecret(List<Channel> channels) {
    return channels.stream()
        .flatMap(Channels::secrets)
        .anyMatch(SecretSource.Inline.class::isInstance);
  }

  /** The channels in one line, without URLs, since a URL may be a secret. */
  public static String words(List<Channel> channels) {
    return channels.stream()
        .map(channel -> "%s (%s)".formatted(channel.name(), channel.type()))
        .collect(Collectors.joining(", "));
  }

  /**
   * The URLs of hooks, tokens and passwords are secrets; the URL of a topic is not counted as one.
   */
  private static Stream<SecretSource> secrets(Channel channel) {
    if (channel.config() instanceof ChannelConfig.Web web) {
      boolean isHook = web.format() == PayloadFormat.SLACK || web.format() == PayloadFormat.DISCORD;
      return Stream.concat(web.token().stream(), isHook ? Stream.of(web.url()) : Stream.empty());
    }
    return channel.config() instanceof ChannelConfig.Mail mail
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
    ChannelConfig config = config(fields);
    Channel channel = new Channel(name, wants(fields), config);
    fields.refuseOthers();
    return channel;
  }

  private static ChannelConfig config(ChannelFields fields) {
    String type = fields.required("type");
    Optional<PayloadFormat> format =
        Arrays.stream(PayloadFormat.values()).filter(one -> one.word().equals(type)).findFirst();
    if (format.isPresent()) {
      return web(format.get(), fields);
    }
    return switch (type) {
      case "email" -> MailConfigReader.read(fields);
      case "command" -> new ChannelConfig.Command(line(fields));
      default ->
          throw fields.wrong(
              "no type %s: there is ntfy, webhook, slack, discord, telegram, email, command"
                  .formatted(Quote.of(type)));
    };
  }

  private static List<String> line(ChannelFields fields) {
    List<String> line = fields.texts("command");
    if (line.isEmpty()) {
      throw fields.wrong("command is missing: a list such as [\"/home/me/bin/tell\"]");
    }
    return line;
  }

  private static ChannelConfig.Web web(PayloadFormat format, ChannelFields fields) {
    if (format == PayloadFormat.TELEGRAM) {
      SecretSource url =
          fields
              .secret("url")
              .orElse(new SecretSource.Inline(Secret.of("https://api.telegram.org")));
      return checked(
          new ChannelConfig.Web(
              format, url, Optional.of(fields.requiredSecret("token")), fields.required("chat_id")),
          fields);
    }
    Optional<SecretSource> token =
        format == PayloadFormat.NTFY || format == PayloadFormat.WEBHOOK
            ? fields.secret("token")
            : Optional.empty();
    return checked(
        new ChannelConfig.Web(format, fields.requiredSecret("url"), token, null), fields);
  }

  /** Checks a URL that is in the file itself; a URL elsewhere is checked when it is read. */
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

  private static Set<EventType> wants(ChannelFields fields) {
    List<String> words = fields.texts("events");
    Set<EventType> wants = EnumSet.noneOf(EventType.class);
    for (String word : words) {
      wants.add(
          EventType.of(word)
              .filter(what -> what != EventType.TEST)
              .orElseThrow(
                  () -> fields.wrong("no event %s: there is %s".formatted(Quote.of(word), all()))));
    }
    return words.isEmpty() ? EnumSet.copyOf(EventType.choices()) : wants;
  }

  private static String all() {
    return EventType.choices().stream().map(EventType::word).collect(Collectors.joining(", "));
  }
}
