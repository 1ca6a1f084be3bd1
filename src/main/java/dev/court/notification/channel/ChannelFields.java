package dev.court.notification.channel;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of one channel in the file. Reports what is missing, wrong or not known. */
final class ChannelFields {
  private static final int LONGEST = 2_000;

  private final String channel;
  private final Map<?, ?> values;
  private final Set<String> known = new LinkedHashSet<>();

  ChannelFields(String channel, Map<?, ?> values) {
    this.channel = channel;
    this.values = values;
  }

  /** A text; empty when it is blank or not set. */
  Optional<String> text(String name) {
    known.add(name);
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String || value instanceof Number)) {
      throw wrong("%s must be a text".formatted(name));
    }
    String text = value.toString().strip();
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw wrong("%s must be one line of at most 2000 characters".formatted(name));
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  String required(String name) {
    return text(name).orElseThrow(() -> wrong("%s is missing".formatted(name)));
  }

  /** A list of texts; a single text is a list of one. */
  List<String> texts(String name) {
    if (values.get(name) instanceof List<?> list) {
      known.add(name);
      List<String> texts = new ArrayList<>();
      for (Object one : list) {
        texts.add(new ChannelFields(channel, single(name, one)).required(name));
      }
      return List.copyOf(texts);
    }
    return text(name).map(List::of).orElse(List.of());
  }

  private static Map<String, Object> single(String name, Object value) {
    return value == null ? Map.of() : Map.of(name, value);
  }

  /** A secret that is given here, in a file or in a variable. */
  Optional<SecretSource> secret(String name) {
    Optional<SecretSource> inline =
        text(name).map(text -> new SecretSource.Inline(Secret.of(text)));
    Optional<SecretSource> inFile = text(name + "_file").map(SecretSource.InFile::new);
    Optional<SecretSource> inVariable = text(name + "_env").map(SecretSource.InVariable::new);
    List<SecretSource> set =
        List.of(inline, inFile, inVariable).stream().flatMap(Optional::stream).toList();
    if (inVariable.equals(Optional.of(new SecretSource.InVariable("COURT_KEY")))) {
      throw wrong("%s_env must not be COURT_KEY, which is nobody else's business".formatted(name));
    }
    if (set.size() > 1) {
      throw wrong("one of %s, %s_file and %s_env is enough".formatted(name, name, name));
    }
    return set.stream().findFirst();
  }

  SecretSource requiredSecret(String name) {
    return secret(name)
        .orElseThrow(
            () ->
                wrong(
                    "%s is missing: set %s_file, %s_env or %s".formatted(name, name, name, name)));
  }

  /** Refuses each field that was not read. The caller calls it last. */
  void refuseOthers() {
    for (Object name : values.keySet()) {
      if (!known.contains(name.toString())) {
        throw wrong(
            "%s means nothing here: there is %s"
                .formatted(Quote.of(name.toString()), String.join(", ", known)));
      }
    }
  }

  InvalidRequest wrong(String message) {
    return new InvalidRequest("channel '%s': ".formatted(channel) + message);
  }
}
