package dev.court.secret;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of a key within keysets, which Tink draws at random. It is no secret. */
public record KeyId(int number) {
  /** The first byte of what Tink seals; the next four name the key. */
  private static final byte TINK = 1;

  private static final int PREFIX_BYTES = 5;

  private static final Pattern IN_KEYSET = Pattern.compile("\"keyId\"\\s*:\\s*(\\d{1,10})\\b");

  /** The key that made a sealed text; empty when the text is damaged. */
  public static Optional<KeyId> of(Sealed sealed) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed.text()));
      return bytes.remaining() > PREFIX_BYTES && bytes.get() == TINK
          ? Optional.of(new KeyId(bytes.getInt()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The keys of a keyset, found without Tink, which takes a tenth of a second to load.
   *
   * @param keyset in JSON; a text that is none has no keys
   */
  public static Set<KeyId> in(Secret keyset) {
    return IN_KEYSET
        .matcher(keyset.reveal())
        .results()
        .map(found -> new KeyId((int) Long.parseLong(found.group(1))))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As it stands in the keyset. */
  @Override
  public String toString() {
    return Integer.toUnsignedString(number);
  }
}
