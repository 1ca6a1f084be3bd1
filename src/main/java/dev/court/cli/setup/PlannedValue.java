package dev.court.cli.setup;

/**
 * One line of the page that shows the whole set-up.
 *
 * @param origin where the value comes from: {@code typed now}, the name of an option or a variable,
 *     {@code config.json}, {@code default}
 */
record PlannedValue(String what, String value, String origin) {
  /** The origin of what a person has just typed. */
  static final String TYPED = "typed now";

  /** The origin of what is not there. */
  static final String LEFT_OUT = "left for later";

  /** The origin of what was there before. */
  static final String THERE = "there already";
}
