package dev.court.atrium.reservations;

import dev.court.atrium.http.ServerText;
import dev.court.booking.InvalidRequest;
import dev.court.text.Excerpt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that is found anywhere in the words of a refusal, upper and lower case
 * alike. Whatever it is and whatever the words are, the search ends within milliseconds: an opening
 * must not wait for it.
 */
public final class AnswerPattern {
  /** Some milliseconds; enough to try each pair of places in the words. */
  private static final int MOST_LOOKS = 200_000;

  /** So much of the words is searched: a refusal says its reason at once. */
  private static final int MOST_WORDS = 300;

  private static final int LONGEST = 500;

  private static final int MOST_PROBES = 30;

  /** A count, which is of a group when it comes after a parenthesis. */
  private static final Pattern COUNT = Pattern.compile("(\\)?)\\{(\\d+)(?:,(\\d*))?}");

  /** Groups that are counted within each other look at no text, so the looks do not limit them. */
  private static final long MOST_ROUNDS = 1_000;

  private final Pattern pattern;

  private AnswerPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * A pattern of a person.
   *
   * @throws InvalidRequest when it is no regular expression, matches everything, or takes too long
   *     on some text
   */
  public static void check(String text) {
    AnswerPattern pattern = of(text);
    String letters = text + "a";
    letters
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .distinct()
        .limit(MOST_PROBES)
        .mapToObj(letter -> Character.toString(letter).repeat(MOST_WORDS - 1) + "!")
        .forEach(probe -> pattern.refuseSlow(text, probe));
  }

  /**
   * A pattern that is not tried on long texts first.
   *
   * @throws InvalidRequest when it is no regular expression, or matches everything
   */
  static AnswerPattern of(String text) {
    if (text.length() > LONGEST || rounds(text) > MOST_ROUNDS) {
      throw wrong("a pattern has at most 500 characters, and counts up to 1000 rounds", text);
    }
    try {
      AnswerPattern made =
          new AnswerPattern(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
      if (made.isIn("")) {
        throw new InvalidRequest(
            ServerText.line("the pattern '%s' matches every answer".formatted(text)));
      }
      return made;
    } catch (PatternSyntaxException e) {
      throw new InvalidRequest(
          ServerText.line("'%s' is no regular expression: %s".formatted(text, e.getDescription())),
          e);
    }
  }

  /** Whether the words hold it; false when that cannot be told in time. */
  boolean isIn(String words) {
    try {
      return search(words);
    } catch (LimitedText.TooManyLooks | StackOverflowError e) {
      return false;
    }
  }

  private boolean search(String words) {
    return pattern.matcher(new LimitedText(Excerpt.start(words, MOST_WORDS), MOST_LOOKS)).find();
  }

  private void refuseSlow(String text, String probe) {
    try {
      boolean unused = search(probe);
    } catch (LimitedText.TooManyLooks | StackOverflowError e) {
      throw wrong("a pattern takes too long where it repeats what is repeated", text);
    }
  }

  /** How often groups are gone through at most by their counts, within each other. */
  private static long rounds(String text) {
    long groups = 1;
    long others = 1;
    Matcher count = COUNT.matcher(text);
    while (count.find() && groups <= MOST_ROUNDS) {
      boolean isOpen = count.group(3) == null || count.group(3).isEmpty();
      long times = number(count.group(isOpen ? 2 : 3));
      if (count.group(1).isEmpty()) {
        others = Math.max(others, times);
      } else {
        groups *= Math.max(1, times);
      }
    }
    return groups == 1 ? others : groups * others;
  }

  private static long number(String digits) {
    return digits.length() > 4 ? MOST_ROUNDS + 1 : Long.parseLong(digits);
  }

  private static InvalidRequest wrong(String rule, String text) {
    return new InvalidRequest(ServerText.line("%s, unlike '%s'".formatted(rule, text)));
  }
}
