package dev.court.ics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a property apart with vinnie: parameters, quotes and what they escape (RFC 6868), and
 * quoted-printable values of older files.
 *
 * <p>Vinnie gets one line at a time, unfolded. Given a whole file, it decodes before it unfolds,
 * drops the rest of a line that was folded without a blank, and in a quoted-printable value it
 * takes the next property for a rest.
 */
final class LexedProperty {
  private static final SyntaxRules RULES = new SyntaxRules(SyntaxStyle.NEW);

  private final VObjectProperty property;

  private LexedProperty(VObjectProperty property) {
    this.property = property;
  }

  /** Keeps the property of a line. */
  private static final class FirstProperty extends VObjectDataAdapter {
    private VObjectProperty read;

    @Override
    public void onProperty(VObjectProperty property, Context context) {
      read = property;
    }
  }

  /**
   * The property of a line that begins with its name; empty when it cannot be read.
   *
   * @param line unfolded, neither BEGIN nor END
   */
  static Optional<LexedProperty> of(String line) {
    FirstProperty listener = new FirstProperty();
    try (VObjectReader reader = new VObjectReader(new StringReader(line), RULES)) {
      reader.setDefaultQuotedPrintableCharset(UTF_8);
      reader.parse(listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(listener.read).map(LexedProperty::new);
  }

  String value() {
    return property.getValue();
  }

  /** The first value of a parameter; empty when the property does not have it. */
  String parameter(String name) {
    // Vinnie changes names to upper case by the host's language: a Turkish TZID has a dotted I.
    return property.getParameters().getMap().entrySet().stream()
        .filter(one -> name.equalsIgnoreCase(one.getKey()))
        .map(Map.Entry::getValue)
        .flatMap(List::stream)
        .findFirst()
        .orElse("");
  }

  /** A TEXT value without its escapes (RFC 5545, 3.3.11). */
  static String unescaped(String text) {
    return VObjectPropertyValues.unescape(text);
  }
}
