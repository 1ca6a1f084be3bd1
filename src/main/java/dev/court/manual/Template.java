package dev.court.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text of this package's resources, with a line of its own for each thing to be put in. */
final class Template {
  private final String text;

  private Template(String text) {
    this.text = text;
  }

  static Template of(String resource) {
    try (InputStream in = Template.class.getResourceAsStream(resource)) {
      return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With lines in the place of the one that reads {@code #@name@}. */
  Template with(String name, String lines) {
    return new Template(text.replace("#@" + name + "@\n", lines));
  }

  String text() {
    return text;
  }
}
