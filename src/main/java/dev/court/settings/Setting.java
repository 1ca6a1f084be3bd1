package dev.court.settings;

/**
 * One setting as it holds, for people to look at.
 *
 * @param name as in {@code config.json}
 * @param value null when it is not set
 * @param source where it was set: a variable's name, {@code config.json} or {@code default}
 */
public record Setting(String name, String value, String source) {}
