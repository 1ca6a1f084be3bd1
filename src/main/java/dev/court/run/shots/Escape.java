package dev.court.run.shots;

/** Keeps tabs and line breaks out of a field, so that a line is one line. */
final class Escape {
  private Escape() {}

  static String escaped(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  static String unescaped(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder text = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      boolean isEscape = c == '\\' && i + 1 < field.length();
      text.append(isEscape ? meaning(field.charAt(++i)) : c);
    }
    return text.toString();
  }

  private static char meaning(char escape) {
    return switch (escape) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> escape;
    };
  }
}
