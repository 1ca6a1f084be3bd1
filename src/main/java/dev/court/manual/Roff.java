package dev.court.manual;

import java.util.List;

/** Text in roff, grown request by request. */
final class Roff {
  private final StringBuilder text = new StringBuilder();

  Roff request(String line) {
    text.append(line).append('\n');
    return this;
  }

  Roff section(String heading) {
    return request(".SH " + heading);
  }

  /** A line to be filled with others. */
  Roff line(String line) {
    String escaped = escaped(line);
    // at the begin of a line these two would be a request
    return request(escaped.matches("(?s)[.'].*") ? "\\&" + escaped : escaped);
  }

  /** A term, in bold, with what is said about it. */
  Roff entry(String term, List<String> about) {
    request(".TP").request(term);
    about.forEach(this::line);
    return this;
  }

  /** A line that is shown as it is. */
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

  /** A dash that is typed is a minus, and can be searched for and copied. */
  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("~", "\\(ti")
        .replace("^", "\\(ha");
  }
}
