package dev.court.operation;

import dev.court.booking.SetupProblem;
import dev.court.secret.KeyException;
import dev.court.secret.KeyFile;
import dev.court.secret.SealLabel;
import dev.court.secret.Sealed;
import dev.court.secret.Secret;
import dev.court.secret.Vault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Seals and opens with the key from the environment or the key file, loaded when first needed. */
public final class Keyring {
  private final Optional<Secret> fromEnvironment;
  private final Path file;
  private Vault vault;

  /**
   * A key that is looked for later.
   *
   * @param fromEnvironment {@code COURT_KEY}, which wins over the file
   */
  public Keyring(Optional<Secret> fromEnvironment, Path file) {
    this.fromEnvironment = fromEnvironment;
    this.file = file;
  }

  /**
   * Opens what was sealed.
   *
   * @throws SetupProblem when the key is missing, unreadable or not the one it was sealed with
   */
  synchronized Secret open(Sealed sealed, SealLabel label) {
    return translated(() -> existing().open(sealed, label));
  }

  /**
   * Seals for storage.
   *
   * @param first whether nothing is sealed yet, so that a missing key may be made
   */
  synchronized Sealed seal(Secret secret, SealLabel label, boolean first) {
    return translated(() -> (first ? made() : existing()).seal(secret, label));
  }

  private Vault existing() {
    if (vault == null) {
      vault =
          Vault.fromKeyset(fromEnvironment.or(() -> KeyFile.read(file)).orElseThrow(this::lost));
    }
    return vault;
  }

  private Vault made() {
    if (fromEnvironment.isEmpty()) {
      KeyFile.readOrCreate(file);
    }
    return existing();
  }

  private SetupProblem lost() {
    return new SetupProblem(
        ("the key that sealed the tokens is missing: put back %s or set COURT_KEY;"
                + " if it is lost, run court logout, then sign in again")
            .formatted(file));
  }

  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (KeyException e) {
      throw new SetupProblem(e.getMessage(), e);
    }
  }
}
