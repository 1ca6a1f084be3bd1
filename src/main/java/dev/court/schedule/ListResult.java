package dev.court.schedule;

import java.util.List;

/** What was found, beside what is to be said of the session. */
public record ListResult<T>(List<T> found, Forecasts forecasts) {}
