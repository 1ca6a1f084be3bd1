package dev.court.store.dialect;

import java.time.Duration;
import java.time.Instant;

/**
 * What a database server says of itself.
 *
 * @param address host, port and database
 * @param version such as PostgreSQL 17.6
 * @param tls the version of TLS; null where nothing is encrypted
 * @param isLocal whether the server is on this machine
 * @param roundTrip how long it took to ask for the time
 * @param now the time by its clock, as it is when the answer comes
 */
public record ServerFacts(
    String address, String version, String tls, boolean isLocal, Duration roundTrip, Instant now) {}
