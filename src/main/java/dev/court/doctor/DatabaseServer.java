package dev.court.doctor;

import dev.court.store.dialect.ServerFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is worth knowing of the server of a database: how far it is, its clock, what it encrypts.
 */
record DatabaseServer(ServerFacts facts, Instant now) {
  private static final Duration FAR = Duration.ofMillis(200);
  private static final Duration WRONG = Duration.ofSeconds(2);

  String words() {
    Duration ahead = ahead();
    return "%s at %s, %s, answers in %s ms, clock %s ms %s"
        .formatted(
            facts.version(),
            facts.address(),
            facts.tls() == null ? "no TLS" : facts.tls(),
            facts.roundTrip().toMillis(),
            ahead.abs().toMillis(),
            ahead.isNegative() ? "behind" : "ahead");
  }

  /** What a person should change; empty when it is well. */
  Optional<String> advice() {
    if (facts.tls() == null && !facts.isLocal()) {
      return Optional.of("nothing is encrypted, take sslmode out of db_url");
    }
    if (ahead().abs().compareTo(WRONG) > 0) {
      return Optional.of("its clock or the one of this machine is wrong");
    }
    return facts.roundTrip().compareTo(FAR) > 0
        ? Optional.of("it is far away, so that each command takes seconds")
        : Optional.empty();
  }

  private Duration ahead() {
    return Duration.between(now, facts.now());
  }
}
