package dev.court;

import com.pty4j.PtyProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Somebody who answers the questions of a command on a pseudo-terminal. */
final class PtyDialogue {
  /** What ends no line: Ctrl-C and Ctrl-D, as the keyboard sends them. */
  private static final List<String> KEYS = List.of("\u0003", "\u0004");

  /** Ends a command that asks what nobody answers, so that the test fails and does not hang. */
  private static final int MINUTES = 5;

  private final PtyProcess process;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  PtyDialogue(PtyProcess process) {
    this.process = process;
  }

  /**
   * All that was shown.
   *
   * @param answers each with the end of the question before it, such as {@code When: wed 17:00}
   */
  String answered(List<String> answers) throws IOException, InterruptedException {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    ended.orTimeout(MINUTES, TimeUnit.MINUTES).exceptionally(late -> end());
    InputStream in = process.getInputStream();
    for (String answer : answers) {
      int end = Math.max(answer.lastIndexOf(": "), answer.lastIndexOf("] ")) + 2;
      if (readUntil(in, answer.substring(0, end))) {
        String typed = answer.substring(end);
        process
            .getOutputStream()
            .write((KEYS.contains(typed) ? typed : typed + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
      }
    }
    in.transferTo(shown);
    process.waitFor();
    ended.complete(null);
    return text();
  }

  private boolean readUntil(InputStream in, String question) throws IOException {
    int next = 0;
    while (!text().endsWith(question) && (next = in.read()) >= 0) {
      shown.write(next);
    }
    return next >= 0;
  }

  private Void end() {
    process.destroyForcibly();
    return null;
  }

  private String text() {
    return shown.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
