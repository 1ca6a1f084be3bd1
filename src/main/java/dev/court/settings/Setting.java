package dev.court.settings;

/**
 * One setting with its effective value, to be shown.
 *
 * @param name the name in {@code config.json}
 * @param value null when it is not set
 * @param source where it was set: the name of a variable, {@code config.json} or {@code default}
 */
public record Setting(String name, String value, String source) {}
