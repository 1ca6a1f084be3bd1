package dev.court.terminal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several answers that a question offers.
 *
 * @param key what is typed for it, such as a number
 * @param label what it means; it may be typed too
 */
public record Offer(String key, String label) {

  /** Offers with the numbers from 1 on. */
  public static List<Offer> numbered(List<String> labels) {
    return IntStream.range(0, labels.size())
        .mapToObj(at -> new Offer(String.valueOf(at + 1), labels.get(at)))
        .toList();
  }
}
