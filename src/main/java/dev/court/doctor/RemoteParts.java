package dev.court.doctor;

import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.Probe;
import dev.court.atrium.reservations.Reservations;
import dev.court.workspace.Waiter;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the checks of the servers ask with. Each fails when the settings cannot be used.
 *
 * @param transport makes an HTTP transport of its own; fails when flags of this Java forbid it
 * @param api asks the reservations API without a token
 * @param realm asks the realm to describe itself
 * @param reservations asks for what is held for an account
 * @param waiter lets the time between two questions pass
 */
public record RemoteParts(
    Supplier<HttpTransport> transport,
    Supplier<Probe> api,
    Supplier<Probe> realm,
    Function<String, Reservations> reservations,
    Waiter waiter) {}
