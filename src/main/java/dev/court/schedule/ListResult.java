package dev.court.schedule;

import java.util.List;

/** What a query found, with the forecasts of the same moment. */
public record ListResult<T>(List<T> found, OwnerForecasts forecasts) {}
