package dev.court.session;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.secret.KeyException;
import dev.court.secret.KeyFile;
import dev.court.secret.Keyset;
import dev.court.secret.SealLabel;
import dev.court.secret.Secret;
import dev.court.secret.Vault;
import dev.court.store.SealedTexts;
import dev.court.store.Store;
import dev.court.store.lock.RefreshLock;
import dev.court.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Seals all secrets with a new key. It writes the old and the new key to disk, seals all secrets
 * anew in one transaction, and removes the old key. Wherever the process ends, the secrets on disk
 * open, and the next rotation finishes this one.
 */
public final class RotateKey {
  private final Workspace workspace;
  private final Keyring keyring;
  private final RefreshLock lock;
  private final MachineKeys machines;

  /**
   * Rotates nothing yet.
   *
   * @param machines asked only where several share a server
   */
  public RotateKey(Workspace workspace, Keyring keyring, RefreshLock lock, MachineKeys machines) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.lock = lock;
    this.machines = machines;
  }

  /**
   * The outcome of a rotation.
   *
   * @param file the file with the new key
   * @param isOutside whether the environment still holds the old key
   */
  public record Rotated(Path file, boolean isOutside) {}

  /**
   * Adds a new key, which opens and does not seal yet, for all machines to have before it seals.
   *
   * @param toFile like that of {@link #run}
   * @return the file with both keys
   */
  public Path prepare(Path toFile) {
    Path file = target(toFile, "prepare");
    return lock.holdAll(
        () ->
            Keyring.translated(
                () -> {
                  Secret before = present(file);
                  if (Keyset.size(before) == 1) {
                    KeyFile.replace(file, Keyset.withNewKey(before));
                  } else if (!Files.exists(file)) {
                    KeyFile.replace(file, before);
                  }
                  return file;
                }));
  }

  /**
   * Rotates, or finishes a rotation that was cut short.
   *
   * @param toFile where to write the new key when the old one comes from the environment; null for
   *     the key file
   * @param leavesBehind whether machines may be left behind that do not have the new key
   * @throws InvalidRequest when {@code toFile} and {@code COURT_KEY} are not given together, or the
   *     file holds another key
   * @throws SetupProblem when a sealed text does not open, a machine lacks the new key, or the file
   *     cannot be written; then all secrets open with the old key
   */
  public Rotated run(Path toFile, boolean leavesBehind) {
    Path file = target(toFile, "rotate");
    return lock.holdAll(() -> Keyring.translated(() -> rotated(file, leavesBehind)));
  }

  private Path target(Path toFile, String command) {
    if (keyring.isFromEnvironment() && toFile == null) {
      throw new InvalidRequest(
          ("the key is in COURT_KEY, which cannot be changed from here:"
                  + " run court key %s --to-file FILE, then set COURT_KEY to what is in FILE")
              .formatted(command));
    }
    if (!keyring.isFromEnvironment() && toFile != null) {
      throw new InvalidRequest(
          "the key is in %s and is replaced there: leave out --to-file".formatted(keyring.file()));
    }
    return toFile == null ? keyring.file() : toFile.toAbsolutePath();
  }

  private Rotated rotated(Path file, boolean leavesBehind) {
    Secret before = present(file);
    refuseUnprepared(before);
    Secret both =
        Keyset.size(before) > 1 ? Keyset.newestPrimary(before) : Keyset.withNewPrimary(before);
    Vault vault = Vault.fromKeyset(both);
    workspace
        .database()
        .transactDurably(
            store -> {
              if (!leavesBehind && workspace.database().isOnServer()) {
                machines.requireEverywhere(
                    store, Keyset.primary(both), !keyring.isFromEnvironment());
              }
              return sealAnew(store, vault, () -> KeyFile.replace(file, both));
            });
    KeyFile.replace(file, Keyset.primaryOnly(both));
    return new Rotated(file, keyring.isFromEnvironment());
  }

  /** Machines that have the old key alone could open nothing any more. */
  private void refuseUnprepared(Secret before) {
    if (workspace.database().isOnServer() && Keyset.size(before) == 1) {
      throw new SetupProblem(
          "other machines have the old key alone: run court key prepare, and give each machine the"
              + " key that it writes; then run court key rotate");
    }
  }

  /** The present keyset. It has more than one key when a rotation was cut short. */
  private Secret present(Path file) {
    Secret known = keyring.keyset();
    if (!keyring.isFromEnvironment() || !Files.exists(file)) {
      return known;
    }
    return KeyFile.read(file)
        .filter(begun -> opensTextsOf(known, begun))
        .orElseThrow(
            () ->
                new InvalidRequest(
                    ("%s has another key: if that is the one of a finished rotation, set COURT_KEY"
                            + " to it, else name a new file")
                        .formatted(file)));
  }

  private boolean opensTextsOf(Secret sealing, Secret opening) {
    SealLabel label = new SealLabel("none", "probe");
    Secret probe = Secret.of("probe");
    try {
      var sealed = Vault.fromKeyset(sealing).seal(probe, label);
      return Vault.fromKeyset(opening).open(sealed, label).equals(probe);
    } catch (KeyException e) {
      workspace.log().of("session").debug("the file holds another key", e);
      return false;
    }
  }

  /** Writes nothing, neither rows nor the file, unless all secrets open. */
  private static Void sealAnew(Store store, Vault vault, Runnable keepKey) {
    record Opened(SealedTexts.At at, Secret secret) {}
    List<Opened> all =
        store.sealedTexts().all().stream()
            .map(at -> new Opened(at, vault.open(at.text(), at.label())))
            .toList();
    keepKey.run();
    all.forEach(
        one -> store.sealedTexts().put(one.at(), vault.seal(one.secret(), one.at().label())));
    return null;
  }
}
