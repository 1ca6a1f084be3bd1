package dev.court.json;

/** A text is not the expected JSON. The message says in one line what is wrong and where. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final int line;
  private final int column;

  JsonException(String what, int line, int column, Throwable cause) {
    // Not %s, which would count in the digits of the host's language.
    super("%s (line %s, column %s)".formatted(what, line, column), cause);
    this.what = what;
    this.line = line;
    this.column = column;
  }

  /** The same error, with its place in the text that {@code item} was cut from. */
  JsonException within(Json.Item item) {
    int columns = line == 1 ? item.column() - 1 : 0;
    return new JsonException(what, line + item.line() - 1, column + columns, getCause());
  }
}
