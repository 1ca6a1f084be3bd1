package dev.court.worker;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.time.zone.ZoneRulesProvider;
import java.util.Set;
import java.util.TimeZone;
import javax.crypto.Cipher;
import javax.net.ssl.SSLContext;

/**
 * Takes what Java reads from the files of the program and of its own when it is first needed. A
 * worker lives for months, and its package is upgraded or removed meanwhile: what is open by then
 * stays, and what is not is another version's, or gone, just when a court opens.
 */
final class ProgramInMemory {
  private static final String NOWHERE = "dev/court/worker/nowhere";

  private ProgramInMemory() {}

  /**
   * Takes all of it. What cannot be had now cannot be had later either, and is told by who needs
   * it.
   */
  static void take() {
    // To find out that something is nowhere, all jars and the classes of Java are opened.
    ClassLoader.getSystemResource(NOWHERE);
    try {
      // Their rules, the certificates that are trusted, and the proxies lie in files beside the
      // classes.
      Cipher.getInstance("AES/GCM/NoPadding");
      SSLContext.getDefault().createSSLEngine();
      ProxySelector.getDefault().select(URI.create("https://localhost/"));
      // So do the rules of time zones, which the name of a zone can need that has none of its own.
      Set<String> unused = ZoneRulesProvider.getAvailableZoneIds();
      TimeZone unusedToo = TimeZone.getTimeZone("UTC");
      // Libraries of the system's own language.
      SocketChannel.open().close();
      Selector.open().close();
    } catch (GeneralSecurityException | IOException | RuntimeException | LinkageError e) {
      // as it says above
    }
  }
}
