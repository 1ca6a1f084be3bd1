package dev.court.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** A Tink keyset as one line of JSON. Apart from {@link KeyFile}, which works without Tink. */
final class Keyset {
  private Keyset() {}

  static Secret create() {
    try {
      KeysetHandle handle =
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
      String json =
          TinkJsonProtoKeysetFormat.serializeKeyset(
              handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
      return Secret.of(json.strip());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make an AES-256-GCM key", e);
    }
  }

  static Aead aead(Secret json) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
              json.reveal(), AeadConfig2026.get(), InsecureSecretKeyAccess.get())
          .getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException | RuntimeException e) {
      // the parser's own text may quote what it could not parse, so the cause stays out
      throw new KeyException(
          "the key is not a keyset: COURT_KEY or the key file must hold"
              + " the one line of JSON that court wrote");
    }
  }
}
