package dev.court.manual;

import java.util.List;

/** Builds a text in roff, request by request. */
final class Roff {
  private final StringBuilder text = new StringBuilder();

  Roff request(String line) {
    text.append(line).append('\n');
    return this;
  }

  Roff section(String heading) {
    return request(".SH " + heading);
  }

  /** A line of running text, which man joins with the next and breaks anew. */
  Roff line(String line) {
    String escaped = escaped(line);
    // a line that begins with one of these two is a request
    return request(escaped.matches("(?s)[.'].*") ? "\\&" + escaped : escaped);
  }

  /** A term, in bold, and its explanation. */
  Roff entry(String term, List<String> about) {
    request(".TP").request(term);
    about.forEach(this::line);
    return this;
  }

  /** A line that man does not break. */
  Roff example(String line) {
    return request(".RS 4").request(".nf").line(line).request(".fi").request(".RE");
  }

  String text() {
    return text.toString();
  }

  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** Writes a dash as a minus, so that an option can be searched for and copied. */
  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("~", "\\(ti")
        .replace("^", "\\(ha");
  }
}
