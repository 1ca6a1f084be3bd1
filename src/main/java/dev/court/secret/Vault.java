package dev.court.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Seals secrets for storage and opens them again: AES-256-GCM by Tink, bound to a {@link
 * SealLabel}. The first vault of a process costs about 100 ms, so build it well before an opening.
 * Safe for use by many threads.
 */
public final class Vault {
  private final Aead aead;
  private final List<KeyId> keys;

  private Vault(Aead aead, List<KeyId> keys) {
    this.aead = aead;
    this.keys = keys;
  }

  /**
   * A vault that seals with the primary key of {@code keysetJson} and opens with any of its keys.
   *
   * @param keysetJson a Tink keyset in JSON, as {@link KeyFile} makes it
   * @throws KeyException when it is no keyset
   */
  public static Vault fromKeyset(Secret keysetJson) {
    return new Vault(Keyset.aead(keysetJson), Keyset.ids(keysetJson));
  }

  /** Seals {@code secret} for one place; sealing it again gives another text. */
  public Sealed seal(Secret secret, SealLabel label) {
    try {
      byte[] plain = secret.reveal().getBytes(UTF_8);
      byte[] cipher = aead.encrypt(plain, label.associatedData());
      return new Sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(cipher));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal the " + label, e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same label.
   *
   * @throws KeyException when it was sealed with another key or for another label, or is damaged
   */
  public Secret open(Sealed sealed, SealLabel label) {
    try {
      byte[] cipher = Base64.getUrlDecoder().decode(sealed.text());
      return Secret.of(new String(aead.decrypt(cipher, label.associatedData()), UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The cause says no more than that it failed.
      throw new KeyException(
          ("the stored %s does not open with this key%s: put back the key it was sealed with"
                  + " (COURT_KEY or the key file); if it is lost, run court key new")
              .formatted(label, whichKey(sealed)));
    }
  }

  /** Empty when it is one of these keys, so that the text is damaged or of another place. */
  private String whichKey(Sealed sealed) {
    return KeyId.of(sealed)
        .filter(id -> !keys.contains(id))
        .map(id -> ", which is %s, but with %s".formatted(words(), id))
        .orElse("");
  }

  private String words() {
    return keys.stream().map(KeyId::toString).collect(Collectors.joining(" and "));
  }
}
