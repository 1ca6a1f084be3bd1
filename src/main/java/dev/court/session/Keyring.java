package dev.court.session;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.log.Log;
import dev.court.secret.KeyException;
import dev.court.secret.KeyFile;
import dev.court.secret.KeyId;
import dev.court.secret.Keyset;
import dev.court.secret.SealLabel;
import dev.court.secret.Sealed;
import dev.court.secret.Secret;
import dev.court.secret.Vault;
import dev.court.store.SealedTexts;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Seals and opens secrets with the key from the environment or the key file. The key is read when
 * it is first needed, and again when another process has rotated it.
 */
public final class Keyring {
  private final Optional<Secret> fromEnvironment;
  private final Path file;
  private final Log log;
  private Secret loaded;
  private Vault vault;

  /**
   * A keyring that has not read its key yet.
   *
   * @param fromEnvironment {@code COURT_KEY}, which takes precedence over the file
   */
  public Keyring(Optional<Secret> fromEnvironment, Path file, Log log) {
    this.fromEnvironment = fromEnvironment;
    this.file = file;
    this.log = log.of("session");
  }

  /**
   * Opens a sealed secret.
   *
   * @throws SetupProblem when the key is missing, unreadable or not the one it was sealed with
   */
  public synchronized Secret open(Sealed sealed, SealLabel label) {
    return translated(() -> opened(sealed, label));
  }

  /**
   * Seals a secret for storage. The caller seals within the transaction that stores it, so that a
   * rotation finds every text that was sealed with the old key.
   *
   * @param isFirst whether nothing is sealed yet, so that a missing key may be created
   * @param like a text that other machines must be able to open; it is sealed with the key of that
   * @throws SetupProblem when the key is missing, or is not the one of the other machines
   */
  synchronized Sealed seal(
      Secret secret, SealLabel label, boolean isFirst, Optional<SealedTexts.At> like) {
    return translated(
        () -> {
          if (isFirst && fromEnvironment.isEmpty()) {
            KeyFile.readOrCreate(file);
          }
          Vault current = currentVault();
          return like.map(other -> vaultOf(other, current)).orElse(current).seal(secret, label);
        });
  }

  /** A text that each machine must be able to open; empty where there is one machine. */
  static Optional<SealedTexts.At> sealedElsewhere(Workspace workspace, Store store) {
    return workspace.database().isOnServer()
        ? store.sealedTexts().all().stream().findFirst()
        : Optional.empty();
  }

  /**
   * The keyset that opens and seals now.
   *
   * @throws SetupProblem when it is missing or unreadable
   */
  Secret keyset() {
    return translated(() -> source().orElseThrow(this::missing));
  }

  /**
   * Where the key comes from; empty when there is no key yet. Creates none.
   *
   * @throws SetupProblem when it cannot be used
   */
  public synchronized Optional<String> origin() {
    if (translated(this::source).isEmpty()) {
      return Optional.empty();
    }
    translated(this::currentVault);
    return Optional.of(isFromEnvironment() ? "COURT_KEY" : file.toString());
  }

  /**
   * What keeps the key from being read; empty when nothing does. It opens nothing, and so takes a
   * key that is not the one which sealed for a good one.
   */
  Optional<Problem> problem() {
    try {
      return translated(this::source).isPresent() ? Optional.empty() : Optional.of(missing());
    } catch (SetupProblem e) {
      return Optional.of(e);
    }
  }

  /** The numbers of the keys that are here; empty where none can be read. They are no secret. */
  public Set<String> numbers() {
    try {
      return source().map(KeyId::in).orElse(Set.of()).stream()
          .map(KeyId::toString)
          .collect(Collectors.toUnmodifiableSet());
    } catch (KeyException e) {
      log.warn("the key cannot be read", e);
      return Set.of();
    }
  }

  /** Whether the environment gives the key, so that this program cannot change it. */
  boolean isFromEnvironment() {
    return fromEnvironment.isPresent();
  }

  /** The key file, which is used unless the environment gives the key. */
  public Path file() {
    return file;
  }

  /** Tries the key as it is now when the loaded one fails, since it may have been rotated. */
  private Secret opened(Sealed sealed, SealLabel label) {
    Vault known = vault == null ? currentVault() : vault;
    try {
      return known.open(sealed, label);
    } catch (KeyException e) {
      Vault current = currentVault();
      if (current == known) {
        throw e;
      }
      log.debug("the key was rotated meanwhile, and is read again", e);
      return current.open(sealed, label);
    }
  }

  /** Another machine may not have the key that is the primary one here, or the other way about. */
  private Vault vaultOf(SealedTexts.At other, Vault current) {
    Secret unused = current.open(other.text(), other.label());
    return KeyId.of(other.text())
        .map(id -> Vault.fromKeyset(Keyset.withPrimary(loaded, id)))
        .orElse(current);
  }

  private Vault currentVault() {
    Secret current = sourceOrLoaded();
    if (!current.equals(loaded)) {
      vault = Vault.fromKeyset(current);
      loaded = current;
    }
    return vault;
  }

  /** Falls back on the loaded key: a run must not lose new tokens because the key file is gone. */
  private Secret sourceOrLoaded() {
    try {
      return source().or(() -> Optional.ofNullable(loaded)).orElseThrow(this::missing);
    } catch (KeyException e) {
      if (loaded == null) {
        throw e;
      }
      log.warn("the key cannot be read now, and the key that was read before is used", e);
      return loaded;
    }
  }

  private Optional<Secret> source() {
    return fromEnvironment.or(() -> KeyFile.read(file));
  }

  private SetupProblem missing() {
    return new SetupProblem(
        ("the key that sealed the tokens is missing: put back %s or set COURT_KEY;"
                + " if it is lost, run court key new, then court login")
            .formatted(file));
  }

  /** Does {@code work} and turns a {@link KeyException} into a {@link SetupProblem}. */
  static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (KeyException e) {
      throw new SetupProblem(e.getMessage(), e);
    }
  }
}
