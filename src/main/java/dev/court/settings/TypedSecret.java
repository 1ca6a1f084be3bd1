package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.notification.channel.Channels;
import java.util.Map;

/** A secret on a command line: every user who can list the processes can read it there. */
final class TypedSecret {
  private TypedSecret() {}

  /** Whether the value of a setting is a secret, or has one in it. */
  static boolean is(SettingKey key, String value) {
    return switch (key) {
      case PING_URL -> true;
      case DB_URL -> !DatabaseUrl.shown(value).equals(value);
      case NOTIFY -> isInChannels(SettingText.structured(value));
      case ACCOUNTS -> isInAccounts(SettingText.structured(value));
      default -> false;
    };
  }

  private static boolean isInAccounts(Object value) {
    return value instanceof Map<?, ?> accounts
        && accounts.values().stream()
            .anyMatch(one -> one instanceof Map<?, ?> own && isInChannels(own.get("notify")));
  }

  private static boolean isInChannels(Object value) {
    try {
      return value instanceof Map<?, ?> channels && Channels.holdSecret(Channels.read(channels));
    } catch (Problem e) {
      // What makes no channel is refused for that, by the check of every value.
      return false;
    }
  }

  /** The refusal, which does not repeat the value. */
  static InvalidRequest refusal(SettingKey key) {
    return new InvalidRequest(
        "a secret does not belong on a command line: give the value of %s on standard input or with --from-file"
                .formatted(key.word())
            + (key == SettingKey.NOTIFY
                ? ", or name its place by token_file, token_env, password_file or url_file"
                : ""));
  }
}
