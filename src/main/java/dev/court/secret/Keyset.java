package dev.court.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Tink keyset as one line of JSON: the primary key seals, and each key opens. It is apart from
 * {@link KeyFile}, which works without Tink.
 */
public final class Keyset {
  private Keyset() {}

  /** A keyset of one new key. */
  public static Secret create() {
    try {
      return json(generated());
    } catch (GeneralSecurityException e) {
      throw cannotMake(e);
    }
  }

  /**
   * Adds a new key to a keyset, as its primary key.
   *
   * @throws KeyException when {@code json} is no keyset
   */
  public static Secret withNewPrimary(Secret json) {
    KeysetHandle before = parsed(json);
    KeysetHandle.Builder both =
        KeysetHandle.newBuilder(before).setConfiguration(AeadConfig2026.get());
    try {
      var added = KeysetHandle.importKey(generated().getPrimary().getKey());
      return json(both.addEntry(added.makePrimary()).build());
    } catch (GeneralSecurityException e) {
      throw cannotMake(e);
    }
  }

  /**
   * Adds a new key to a keyset, which opens and does not seal yet: {@link #newestPrimary} makes it
   * seal.
   *
   * @throws KeyException when {@code json} is no keyset
   */
  public static Secret withNewKey(Secret json) {
    return withPrimary(withNewPrimary(json), primary(json));
  }

  /**
   * Makes the key that was added last the one that seals.
   *
   * @throws KeyException when {@code json} is no keyset
   */
  public static Secret newestPrimary(Secret json) {
    KeysetHandle all = parsed(json);
    return withPrimary(json, new KeyId(all.getAt(all.size() - 1).getId()));
  }

  /**
   * Makes one of its keys the one that seals.
   *
   * @throws KeyException when {@code json} is no keyset
   * @throws IllegalArgumentException when it has no such key
   */
  public static Secret withPrimary(Secret json, KeyId id) {
    var builder = KeysetHandle.newBuilder(parsed(json)).setConfiguration(AeadConfig2026.get());
    int place = ids(json).indexOf(id);
    if (place < 0) {
      throw new IllegalArgumentException("no key " + id);
    }
    builder.getAt(place).makePrimary();
    try {
      return json(builder.build());
    } catch (GeneralSecurityException e) {
      throw cannotMake(e);
    }
  }

  /**
   * The names of its keys, in the order in which they were added.
   *
   * @throws KeyException when {@code json} is no keyset
   */
  public static List<KeyId> ids(Secret json) {
    KeysetHandle all = parsed(json);
    return IntStream.range(0, all.size()).mapToObj(i -> new KeyId(all.getAt(i).getId())).toList();
  }

  /**
   * The name of the key that seals.
   *
   * @throws KeyException when {@code json} is no keyset
   */
  public static KeyId primary(Secret json) {
    return new KeyId(parsed(json).getPrimary().getId());
  }

  /**
   * Removes all keys but the primary one.
   *
   * @throws KeyException when {@code json} is no keyset
   */
  public static Secret primaryOnly(Secret json) {
    var primary = KeysetHandle.importKey(parsed(json).getPrimary().getKey());
    try {
      return json(
          KeysetHandle.newBuilder()
              .setConfiguration(AeadConfig2026.get())
              .addEntry(primary.makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw cannotMake(e);
    }
  }

  /**
   * How many keys it has.
   *
   * @throws KeyException when {@code json} is no keyset
   */
  public static int size(Secret json) {
    return parsed(json).size();
  }

  static Aead aead(Secret json) {
    try {
      return parsed(json).getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw noKeyset();
    }
  }

  private static KeysetHandle parsed(Secret json) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          json.reveal(), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | RuntimeException e) {
      throw noKeyset();
    }
  }

  private static KeysetHandle generated() throws GeneralSecurityException {
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
  }

  private static Secret json(KeysetHandle handle) throws GeneralSecurityException {
    return Secret.of(
        TinkJsonProtoKeysetFormat.serializeKeyset(
                handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
            .strip());
  }

  /** Leaves out the cause, since the parser's message may quote the keyset. */
  private static KeyException noKeyset() {
    return new KeyException(
        "the key is not a keyset: COURT_KEY or the key file must hold"
            + " the one line of JSON that court wrote");
  }

  private static IllegalStateException cannotMake(GeneralSecurityException e) {
    return new IllegalStateException("this Java cannot make an AES-256-GCM key", e);
  }
}
