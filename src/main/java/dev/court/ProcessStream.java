package dev.court;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output or standard error. Of a pipe whose reader has gone, as that of {@code head}, it
 * takes what is written and drops it, which is no error; whatever else cannot be written is one.
 */
final class ProcessStream extends OutputStream {
  private static final String NO_READER = "Broken pipe";

  private final OutputStream out;
  private boolean hasNoReader;

  ProcessStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (hasNoReader) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      if (!NO_READER.equals(e.getMessage())) {
        throw e;
      }
      hasNoReader = true;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
