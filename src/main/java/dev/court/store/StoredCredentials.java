package dev.court.store;

import dev.court.secret.Sealed;
import java.time.Instant;

/**
 * Remembered credentials, sealed.
 *
 * @param refused why the realm refused them; null while they are good
 * @param tries sign-ins that came to nothing since the last that worked
 * @param triedAt when the latest of them was; null when there was none
 * @param trouble why that came to nothing; null when there was none
 */
public record StoredCredentials(
    Sealed username, Sealed password, String refused, int tries, Instant triedAt, String trouble) {}
