package dev.court.doctor;

import dev.court.atrium.http.Probe;
import java.util.function.Supplier;

/** Checks that the realm, which refreshes the session, answers. */
final class RealmCheck implements Check {
  private static final int CLIENT_ERROR = 400;

  private final Supplier<Probe> realm;

  RealmCheck(Supplier<Probe> realm) {
    this.realm = realm;
  }

  @Override
  public String subject() {
    return "realm";
  }

  @Override
  public Finding look() {
    Latency latency = Latency.of(realm.get(), "auth_url");
    return latency.status() < CLIENT_ERROR
        ? Finding.ok(subject(), latency.words())
        : Finding.warning(
            subject(),
            "%s, but with HTTP %s where a realm describes itself: check auth_url"
                .formatted(latency.words(), latency.status()));
  }
}
