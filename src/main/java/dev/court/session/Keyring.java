package dev.court.session;

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

/**
 * Seals and opens with the key from the environment or the key file, loaded when first needed, and
 * again when another process has rotated it.
 */
public final class Keyring {
  private final Optional<Secret> fromEnvironment;
  private final Path file;
  private Secret loaded;
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
  public synchronized Secret open(Sealed sealed, SealLabel label) {
    return translated(() -> opened(sealed, label));
  }

  /**
   * Seals for storage. To be called within the transaction that stores it: what is sealed there
   * with the key of that moment is there for a rotation to find.
   *
   * @param first whether nothing is sealed yet, so that a missing key may be made
   */
  synchronized Sealed seal(Secret secret, SealLabel label, boolean first) {
    return translated(
        () -> {
          if (first && fromEnvironment.isEmpty()) {
            KeyFile.readOrCreate(file);
          }
          return ofNow().seal(secret, label);
        });
  }

  /**
   * What opens and seals now.
   *
   * @throws SetupProblem when it is missing or unreadable
   */
  Secret keyset() {
    return translated(() -> source().orElseThrow(this::lost));
  }

  /**
   * Where the key is taken from; empty when there is none yet. Makes none.
   *
   * @throws SetupProblem when it cannot be used
   */
  public synchronized Optional<String> origin() {
    if (translated(this::source).isEmpty()) {
      return Optional.empty();
    }
    translated(this::ofNow);
    return Optional.of(isFromEnvironment() ? "COURT_KEY" : file.toString());
  }

  /** Whether the key is given from outside, so that it cannot be changed here. */
  boolean isFromEnvironment() {
    return fromEnvironment.isPresent();
  }

  /** Where the key is when the environment does not give it. */
  public Path file() {
    return file;
  }

  /** A rotation may have come between the reading of a row and of the key, on either side. */
  private Secret opened(Sealed sealed, SealLabel label) {
    Vault known = vault == null ? ofNow() : vault;
    try {
      return known.open(sealed, label);
    } catch (KeyException e) {
      Vault now = ofNow();
      if (now == known) {
        throw e;
      }
      return now.open(sealed, label);
    }
  }

  private Vault ofNow() {
    Secret now = whole();
    if (!now.equals(loaded)) {
      vault = Vault.fromKeyset(now);
      loaded = now;
    }
    return vault;
  }

  /** A key file that went away under a run must not cost the token that it just got. */
  private Secret whole() {
    try {
      return source().or(() -> Optional.ofNullable(loaded)).orElseThrow(this::lost);
    } catch (KeyException e) {
      if (loaded == null) {
        throw e;
      }
      return loaded;
    }
  }

  private Optional<Secret> source() {
    return fromEnvironment.or(() -> KeyFile.read(file));
  }

  private SetupProblem lost() {
    return new SetupProblem(
        ("the key that sealed the tokens is missing: put back %s or set COURT_KEY;"
                + " if it is lost, run court key new, then court login")
            .formatted(file));
  }

  /** Does what may find the key unusable. */
  static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (KeyException e) {
      throw new SetupProblem(e.getMessage(), e);
    }
  }
}
