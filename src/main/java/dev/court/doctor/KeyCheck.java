package dev.court.doctor;

import dev.court.booking.SetupProblem;
import dev.court.session.Keyring;
import dev.court.store.SealedTexts;
import java.util.List;
import java.util.Optional;

/** Checks that the key can be used and opens every sealed text. */
final class KeyCheck implements Check {
  private final Keyring keyring;
  private final Lazy<Optional<DatabaseSnapshot>> snapshot;

  KeyCheck(Keyring keyring, Lazy<Optional<DatabaseSnapshot>> snapshot) {
    this.keyring = keyring;
    this.snapshot = snapshot;
  }

  @Override
  public String subject() {
    return "key";
  }

  @Override
  public Finding look() {
    Optional<String> origin = keyring.origin();
    if (origin.isEmpty() && HomeCheck.isBrokenLink(keyring.file())) {
      throw new SetupProblem(
          "%s is a link that leads nowhere: put the key back, or remove the link"
              .formatted(keyring.file()));
    }
    List<SealedTexts.At> sealed = snapshot.orSkip().map(DatabaseSnapshot::sealed).orElse(List.of());
    // A wrong key throws. The opened secrets are dropped at once.
    sealed.forEach(one -> keyring.open(one.text(), one.label()));
    if (origin.isEmpty()) {
      return Finding.ok(subject(), "none yet: the first sign-in makes it");
    }
    return Finding.ok(
        subject(),
        origin.get()
            + (sealed.isEmpty()
                ? ", nothing is sealed yet"
                : ", opens what is sealed (%s texts)".formatted(sealed.size())));
  }
}
