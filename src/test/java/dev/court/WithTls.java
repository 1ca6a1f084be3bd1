package dev.court;

import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** For tests over real TLS: this JVM trusts one certificate, and no other, for their time. */
public abstract class WithTls {
  @TempDir static Path keys;
  protected static Certificate certificate;
  private static SSLContext before;

  @BeforeAll
  static void trust() throws IOException, InterruptedException, NoSuchAlgorithmException {
    certificate = Certificate.in(keys);
    before = SSLContext.getDefault();
    SSLContext.setDefault(certificate.trusting());
  }

  @AfterAll
  static void trustAsBefore() {
    SSLContext.setDefault(before);
  }
}
