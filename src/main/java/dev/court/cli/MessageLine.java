package dev.court.cli;

import dev.court.text.ControlCharacters;
import dev.court.text.Excerpt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person is told in one line. {@link dev.court.booking.Quote} keeps what was typed short;
 * what comes in another way, such as the name of a file, is kept short here.
 */
public final class MessageLine {
  private static final int MOST = 1_000;
  private static final int BEGINNING = 100;
  private static final int END = 40;

  /** No name of a file that a person reads to its end is longer. */
  private static final Pattern LONG_WORD = Pattern.compile("\\S{200,}+");

  private MessageLine() {}

  /** The message without control characters, and without the middle of what is endless. */
  public static String of(String message) {
    String line = LONG_WORD.matcher(ControlCharacters.line(message)).replaceAll(MessageLine::ends);
    return Excerpt.marked(line, MOST);
  }

  private static String ends(MatchResult word) {
    return Matcher.quoteReplacement(Excerpt.ends(word.group(), BEGINNING, END));
  }
}
