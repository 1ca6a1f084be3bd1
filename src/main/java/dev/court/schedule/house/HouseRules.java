package dev.court.schedule.house;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * What counts of what the other accounts of a house want.
 *
 * @param horizon what is tried before it is wanted now
 * @param isSetUp whether the settings allow the account of a name to book: nobody makes way for
 *     others
 */
public record HouseRules(Instant horizon, Predicate<String> isSetUp) {}
