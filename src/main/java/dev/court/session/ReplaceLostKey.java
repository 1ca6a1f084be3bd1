package dev.court.session;

import dev.court.secret.KeyException;
import dev.court.secret.KeyFile;
import dev.court.secret.Keyset;
import dev.court.secret.Vault;
import dev.court.store.ProcessLock;
import dev.court.store.SealedTexts;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Begins anew after the key was lost: forgets what no key opens, and nothing else. */
public final class ReplaceLostKey {
  private final Workspace workspace;
  private final Keyring keyring;
  private final ProcessLock lock;

  public ReplaceLostKey(Workspace workspace, Keyring keyring, ProcessLock lock) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.lock = lock;
  }

  /**
   * What was done, or would be.
   *
   * @param accounts whose session or credentials do not open
   * @param isMade whether there is no key that could be used, so that one is made
   */
  public record KeyReplacement(List<String> accounts, boolean isMade) {
    /** Whether there is nothing to do. */
    public boolean isNothing() {
      return accounts.isEmpty() && !isMade;
    }
  }

  /**
   * What {@link #run} would do.
   *
   * @throws dev.court.booking.SetupProblem when {@code COURT_KEY} is no keyset, or the key file
   *     cannot be read
   */
  public KeyReplacement look() {
    return Keyring.translated(
        () -> {
          Optional<Vault> vault = vault();
          return workspace
              .database()
              .transact(store -> begun(closed(store, vault), vault.isEmpty()));
        });
  }

  /** Forgets first: a run that is cut short is finished by the next. */
  public KeyReplacement run() {
    return lock.hold(() -> Keyring.translated(this::underLock));
  }

  private KeyReplacement underLock() {
    Optional<Vault> vault = vault();
    List<SealedTexts.At> forgotten =
        workspace.database().transactDurably(store -> forgotten(store, vault));
    if (vault.isEmpty()) {
      KeyFile.replace(keyring.file(), Keyset.create());
    }
    return begun(forgotten, vault.isEmpty());
  }

  private Optional<Vault> vault() {
    boolean isThere = keyring.isFromEnvironment() || KeyFile.holdsKeyset(keyring.file());
    return isThere ? Optional.of(Vault.fromKeyset(keyring.keyset())) : Optional.empty();
  }

  private static KeyReplacement begun(List<SealedTexts.At> closed, boolean isMade) {
    return new KeyReplacement(
        closed.stream().map(at -> at.label().account()).distinct().sorted().toList(), isMade);
  }

  private static List<SealedTexts.At> forgotten(Store store, Optional<Vault> vault) {
    List<SealedTexts.At> closed = closed(store, vault);
    closed.forEach(store.sealedTexts()::remove);
    return closed;
  }

  private static List<SealedTexts.At> closed(Store store, Optional<Vault> vault) {
    return store.sealedTexts().all().stream()
        .filter(at -> vault.filter(present -> opens(present, at)).isEmpty())
        .toList();
  }

  private static boolean opens(Vault vault, SealedTexts.At at) {
    try {
      return vault.open(at.text(), at.label()) != null;
    } catch (KeyException e) {
      return false;
    }
  }
}
