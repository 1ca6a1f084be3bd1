package dev.court.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text among the resources of this package, with lines that are replaced by other lines. */
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

  /** The template with {@code lines} in the place of the line {@code #@name@}. */
  Template with(String name, String lines) {
    return new Template(text.replace("#@" + name + "@\n", lines));
  }

  String text() {
    return text;
  }
}
