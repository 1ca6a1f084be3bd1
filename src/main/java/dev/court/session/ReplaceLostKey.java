package dev.court.session;

import dev.court.secret.KeyException;
import dev.court.secret.KeyFile;
import dev.court.secret.Keyset;
import dev.court.secret.Vault;
import dev.court.store.SealedTexts;
import dev.court.store.Store;
import dev.court.store.lock.RefreshLock;
import dev.court.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Replaces a lost key: deletes what the present key does not open, and nothing else. */
public final class ReplaceLostKey {
  private final Workspace workspace;
  private final Keyring keyring;
  private final RefreshLock lock;

  public ReplaceLostKey(Workspace workspace, Keyring keyring, RefreshLock lock) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.lock = lock;
  }

  /**
   * What is done, or would be.
   *
   * @param accounts the accounts whose session or credentials do not open
   * @param isMade whether there is no usable key, so that one is created
   */
  public record KeyReplacement(List<String> accounts, boolean isMade) {
    /** Whether there is nothing to do. */
    public boolean isNothing() {
      return accounts.isEmpty() && !isMade;
    }
  }

  /**
   * Says what {@link #run} would do; changes nothing.
   *
   * @throws dev.court.booking.SetupProblem when {@code COURT_KEY} is no keyset, or the key file
   *     cannot be read
   */
  public KeyReplacement preview() {
    return Keyring.translated(
        () -> {
          Optional<Vault> vault = vault();
          return workspace
              .database()
              .transact(store -> replacement(unopened(store, vault), vault.isEmpty()));
        });
  }

  /** Deletes before it creates the key: when it is cut short, the next call finishes it. */
  public KeyReplacement run() {
    return lock.holdAll(() -> Keyring.translated(this::underLock));
  }

  private KeyReplacement underLock() {
    Optional<Vault> vault = vault();
    List<SealedTexts.At> deleted =
        workspace.database().transactDurably(store -> deleteUnopened(store, vault));
    if (vault.isEmpty()) {
      KeyFile.replace(keyring.file(), Keyset.create());
    }
    return replacement(deleted, vault.isEmpty());
  }

  private Optional<Vault> vault() {
    boolean isThere = keyring.isFromEnvironment() || KeyFile.holdsKeyset(keyring.file());
    return isThere ? Optional.of(Vault.fromKeyset(keyring.keyset())) : Optional.empty();
  }

  private static KeyReplacement replacement(List<SealedTexts.At> unopened, boolean isMade) {
    return new KeyReplacement(
        unopened.stream().map(at -> at.label().account()).distinct().sorted().toList(), isMade);
  }

  private List<SealedTexts.At> deleteUnopened(Store store, Optional<Vault> vault) {
    List<SealedTexts.At> unopened = unopened(store, vault);
    unopened.forEach(store.sealedTexts()::remove);
    return unopened;
  }

  private List<SealedTexts.At> unopened(Store store, Optional<Vault> vault) {
    return store.sealedTexts().all().stream()
        .filter(at -> vault.filter(present -> opens(present, at)).isEmpty())
        .toList();
  }

  private boolean opens(Vault vault, SealedTexts.At at) {
    try {
      return vault.open(at.text(), at.label()) != null;
    } catch (KeyException e) {
      workspace.log().of("session").debug("the %s does not open".formatted(at.label()), e);
      return false;
    }
  }
}
