package dev.court.run;

import dev.court.store.Store;
import java.time.Instant;

/**
 * The transaction that a run begins with, for its steps.
 *
 * @param now the one instant by which all steps decide
 */
record RunTransaction(Store store, long accountId, Instant now) {}
