package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import dev.court.notification.channel.Channel;
import dev.court.notification.channel.Channels;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A channel that is made of an address alone.
 *
 * @param name not taken by another channel
 * @param fields as the setting {@code notify} has them
 */
record ChannelDraft(String name, Map<String, String> fields) {
  private static final String NTFY = "https://ntfy.sh/";

  /**
   * Finds out by the address what it is of. A word without slashes is a topic of ntfy.sh.
   *
   * @param taken names of other channels
   * @throws InvalidRequest when no message can be sent there; the address is not repeated
   */
  static ChannelDraft of(String address, Set<?> taken) {
    if (address.matches("[^/:\\s]+@[^/:\\s]+")) {
      throw new InvalidRequest(
          "mail needs a server too: docs/notifications.md says how, and here goes an address such as"
              + " https://ntfy.sh/TOPIC");
    }
    String url = address.matches("[A-Za-z0-9_-]{1,64}") ? NTFY + address : address;
    String type = type(url);
    if (type.equals("ntfy") && path(url).matches("/*(TOPIC)?/*")) {
      throw new InvalidRequest(
          "the topic is missing: https://ntfy.sh/TOPIC, with a name of your own for TOPIC");
    }
    String usual = type.equals("ntfy") ? "phone" : type;
    String name = usual;
    for (int more = 2; taken.contains(name); more++) {
      name = usual + more;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("type", type);
    fields.put("url", url);
    ChannelDraft draft = new ChannelDraft(name, fields);
    List<Channel> unused = draft.channels();
    return draft;
  }

  private static String type(String url) {
    String host = host(url);
    if (host.equals("hooks.slack.com")) {
      return "slack";
    }
    if (host.matches("(.*\\.)?discord(app)?\\.com")) {
      return "discord";
    }
    return host.matches("(.*\\.)?ntfy\\..*") ? "ntfy" : "webhook";
  }

  private static String host(String url) {
    return part(url, URI::getHost).toLowerCase(Locale.ROOT);
  }

  private static String path(String url) {
    return part(url, URI::getPath);
  }

  /** Empty where there is none; what is wrong with an address is found by reading the channel. */
  private static String part(String url, Function<URI, String> part) {
    try {
      return Objects.requireNonNullElse(part.apply(URI.create(url)), "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Whether whoever knows the address can use it. What stands behind a ? may be a token. */
  boolean isSecret() {
    return Channels.holdSecret(channels()) || fields.get("url").contains("?");
  }

  String words() {
    return Channels.words(channels());
  }

  private List<Channel> channels() {
    return Channels.read(Map.of(name, fields));
  }

  /** Without the address, which may be a secret. */
  @Override
  public String toString() {
    return words();
  }
}
