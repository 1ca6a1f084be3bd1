package dev.court.store;

import dev.court.secret.Sealed;
import java.time.Instant;

/**
 * Remembered credentials, sealed.
 *
 * @param refused why the realm refused them; null when it has not
 * @param tries how many sign-ins failed since the last that worked
 * @param triedAt when the latest of these was; null when there was none
 * @param trouble why the latest of these failed; null when there was none
 */
public record StoredCredentials(
    Sealed username, Sealed password, String refused, int tries, Instant triedAt, String trouble) {}
