package dev.court.sandbox.realm;

import java.time.Duration;

/** The tokens that the realm gives out at a sign-in or a refresh. */
public record TokenGrant(
    String sessionId,
    String accessToken,
    Duration accessLife,
    String refreshToken,
    Duration refreshLife,
    String idToken) {}
