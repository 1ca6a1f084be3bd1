package dev.court.run.accounts;

import dev.court.run.RunReport;

/**
 * What a run did for one account.
 *
 * @param account its name
 */
public record AccountReport(String account, RunReport report) {}
