package dev.court.text;

import java.util.Collection;
import java.util.List;

/** Several words in one sentence. */
public final class WordList {
  private WordList() {}

  /** {@code a, b and c}. */
  public static String of(Collection<String> words) {
    List<String> all = List.copyOf(words);
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }
}
