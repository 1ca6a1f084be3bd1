package dev.court.session;

import dev.court.booking.InvalidRequest;
import dev.court.secret.KeyException;
import dev.court.secret.KeyFile;
import dev.court.secret.Keyset;
import dev.court.secret.SealLabel;
import dev.court.secret.Secret;
import dev.court.secret.Vault;
import dev.court.store.ProcessLock;
import dev.court.store.SealedTexts;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Seals everything with a new key. First the old and the new key are on disk, then everything is
 * sealed anew in one transaction, then the old key is dropped: whatever ends the process, what is
 * on disk opens, and the next rotation goes on from there.
 */
public final class RotateKey {
  private final Workspace workspace;
  private final Keyring keyring;
  private final ProcessLock lock;

  public RotateKey(Workspace workspace, Keyring keyring, ProcessLock lock) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.lock = lock;
  }

  /**
   * What was done.
   *
   * @param file where the new key is
   * @param isOutside whether the environment still has the old key
   */
  public record Rotated(Path file, boolean isOutside) {}

  /**
   * Rotates, or finishes a rotation that was cut short.
   *
   * @param toFile where to write the new key when the old one comes from the environment; null for
   *     the key file
   * @throws InvalidRequest when the one is given without the other, or the file has another key
   * @throws dev.court.booking.SetupProblem when something sealed does not open, or the file cannot
   *     be written; then everything opens with the key of before
   */
  public Rotated run(Path toFile) {
    Path file = target(toFile);
    return lock.hold(() -> Keyring.translated(() -> rotated(file)));
  }

  private Path target(Path toFile) {
    if (keyring.isFromEnvironment() && toFile == null) {
      throw new InvalidRequest(
          "the key is in COURT_KEY, which cannot be changed from here:"
              + " run court key rotate --to-file FILE, then set COURT_KEY to what is in FILE");
    }
    if (!keyring.isFromEnvironment() && toFile != null) {
      throw new InvalidRequest(
          "the key is in %s and is replaced there: leave out --to-file".formatted(keyring.file()));
    }
    return toFile == null ? keyring.file() : toFile.toAbsolutePath();
  }

  private Rotated rotated(Path file) {
    Secret before = before(file);
    Secret both = Keyset.size(before) > 1 ? before : Keyset.withNewPrimary(before);
    Vault vault = Vault.fromKeyset(both);
    workspace
        .database()
        .transactDurably(store -> sealedAnew(store, vault, () -> KeyFile.replace(file, both)));
    KeyFile.replace(file, Keyset.primaryOnly(both));
    return new Rotated(file, keyring.isFromEnvironment());
  }

  /** More than one key is what a rotation has left that was cut short. */
  private Secret before(Path file) {
    Secret known = keyring.keyset();
    if (!keyring.isFromEnvironment() || !Files.exists(file)) {
      return known;
    }
    return KeyFile.read(file)
        .filter(begun -> opensWhat(known, begun))
        .orElseThrow(
            () ->
                new InvalidRequest(
                    ("%s has another key: if that is the one of a finished rotation, set COURT_KEY"
                            + " to it, else name a new file")
                        .formatted(file)));
  }

  private static boolean opensWhat(Secret sealing, Secret opening) {
    SealLabel label = new SealLabel("none", "probe");
    Secret probe = Secret.of("probe");
    try {
      var sealed = Vault.fromKeyset(sealing).seal(probe, label);
      return Vault.fromKeyset(opening).open(sealed, label).equals(probe);
    } catch (KeyException e) {
      return false;
    }
  }

  /** Nothing is written, to the file neither, unless everything opens. */
  private static Void sealedAnew(Store store, Vault vault, Runnable keepKey) {
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
