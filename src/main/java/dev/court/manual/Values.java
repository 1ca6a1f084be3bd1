package dev.court.manual;

import java.util.List;

/** The values that an option or argument can have, as far as a completion script can know. */
public sealed interface Values {

  /** Any text, such as a time or a number. */
  record Free() implements Values {}

  /** The name of a file. */
  record Files() implements Values {}

  /** The name of a folder. */
  record Folders() implements Values {}

  /**
   * One of a few words.
   *
   * @param isList whether several of them may be given, with commas between
   */
  record Choices(List<String> words, boolean isList) implements Values {
    public Choices {
      words = List.copyOf(words);
    }
  }

  /**
   * One of the words that {@code court complete} prints at that moment.
   *
   * @param topic the argument of {@code court complete}
   * @param isList whether several of them may be given, with commas between
   */
  record Live(String topic, boolean isList) implements Values {}
}
