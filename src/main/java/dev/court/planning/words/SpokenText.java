package dev.court.planning.words;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings a text into words that mean something each: one spelling where people have several. */
final class SpokenText {
  private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

  /** In this order. */
  private static final Map<Pattern, String> SPELLINGS = spellings();

  private SpokenText() {}

  /** In lower case, with digits and signs of ASCII. */
  static String plain(String text) {
    return digits(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\u2010-\\u2015]", "-")
        .replaceAll("[\\u2018\\u2019]", "'");
  }

  static List<String> words(String text) {
    String plain = plain(text);
    for (Map.Entry<Pattern, String> spelling : SPELLINGS.entrySet()) {
      plain = spelling.getKey().matcher(plain).replaceAll(spelling.getValue());
    }
    return Arrays.stream(plain.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Digits of all scripts become those of ASCII. */
  private static String digits(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                plain.appendCodePoint(
                    Character.isDigit(c) ? Character.forDigit(Character.digit(c, 10), 10) : c));
    return plain.toString();
  }

  private static Map<Pattern, String> spellings() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("[,;@&]", " ");
    all.put("(?<=\\d)\\s*([ap])\\.?\\s?m\\b\\.?", "$1m");
    all.put("(?<=\\d)\\s*o'?\\s?clock\\b", "");
    all.put("(?<=\\d{4}-\\d\\d-\\d\\d)t(?=\\d)", " ");
    all.put("\\bday after tomorrow\\b", "overmorrow");
    all.put("\\bthis (morning|afternoon|evening|night)\\b", "today $1");
    all.put("\\b(?:in|at)(?: the)? (morning|afternoon|evening|night)\\b", "$1");
    all.put("\\b(?:every|each) fortnight\\b|\\bfortnightly\\b", "every 2 weeks");
    // mo/fr
    all.put("(?<=[a-z])[/+](?=[a-z])", " ");
    // 24-dec-2026 and 24dec are 24 dec 2026
    all.put("(?<=\\d)-?(?=(?:" + MONTHS + "))", " ");
    all.put("(?<=[a-z]{3})-(?=\\d)", " ");
    all.put("([a-z]{2,}) (?:to|through|thru) (?=[a-z]{2})", "$1-");
    all.put("([a-z]{2,}) ?- ?(?=[a-z]{2})", "$1-");
    Map<Pattern, String> compiled = new LinkedHashMap<>();
    all.forEach((pattern, plain) -> compiled.put(Pattern.compile(pattern), plain));
    return compiled;
  }
}
