package dev.court.sandbox;

import java.time.Duration;

/** What the realm gives out at a sign-in or refresh. */
record Grant(
    String sessionId,
    String accessToken,
    Duration accessLife,
    String refreshToken,
    Duration refreshLife,
    String idToken) {}
