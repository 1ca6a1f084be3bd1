package dev.court.bench;

import java.util.function.ToDoubleFunction;

/**
 * What is aimed at.
 *
 * @param words such as "median ≤ 2"
 * @param figure which figure of a distribution is judged
 * @param atLeast the smallest that is good
 * @param atMost the largest that is good
 */
record Goal(String words, ToDoubleFunction<Distribution> figure, double atLeast, double atMost) {

  static Goal median(double atMost) {
    return upTo("median", Distribution::median, atMost);
  }

  static Goal ninetyFifth(double atMost) {
    return upTo("95th", values -> values.percentile(95), atMost);
  }

  static Goal every(double atMost) {
    return upTo("max", Distribution::max, atMost);
  }

  /** A request that comes before the opening is refused, and shows the building what we are. */
  static Goal neverEarly() {
    return new Goal("never early", Distribution::min, 0, Double.MAX_VALUE);
  }

  private static Goal upTo(String name, ToDoubleFunction<Distribution> figure, double atMost) {
    String number = Double.toString(atMost).replaceAll("\\.0$", "");
    return new Goal(name + " ≤ " + number, figure, Double.NEGATIVE_INFINITY, atMost);
  }

  boolean isMet(Distribution values) {
    double value = figure.applyAsDouble(values);
    return value >= atLeast && value <= atMost;
  }
}
