package dev.court.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.json.Json;
import dev.court.log.Log;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends by starting a program without a shell, so that no text is executed as a command. The
 * program gets the message in its environment and, as JSON, on its standard input.
 */
final class CommandSender implements Sender {
  private final ChannelConfig.Command command;
  private final SendContext context;
  private final Duration limit;
  private final Log log;

  CommandSender(ChannelConfig.Command command, SendContext context, Duration limit, Log log) {
    this.command = command;
    this.context = context;
    this.limit = limit;
    this.log = log;
  }

  @Override
  public DeliveryResult send(Message message) {
    String program = command.line().get(0);
    try {
      Process process = started(message);
      try {
        return delivery(program, process, message);
      } finally {
        kill(process);
      }
    } catch (IOException e) {
      log.warn("%s cannot be started".formatted(program), e);
      return DeliveryResult.permanent("%s cannot be started".formatted(program));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DeliveryResult.temporary("%s was interrupted".formatted(program));
    }
  }

  private Process started(Message message) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command.line())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(context.programEnvironment());
    builder.environment().putAll(MessageVariables.of(message));
    return builder.start();
  }

  private DeliveryResult delivery(String program, Process process, Message message)
      throws InterruptedException {
    write(program, process, Json.write(message.fields()));
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      return DeliveryResult.temporary(
          "%s did not end within %s seconds, and was ended".formatted(program, limit.toSeconds()));
    }
    int code = process.exitValue();
    return code == 0
        ? new DeliveryResult.Delivered()
        : DeliveryResult.temporary("%s ended with %s".formatted(program, code));
  }

  /** The message fits into the pipe, so that a program that does not read it cannot block. */
  private void write(String program, Process process, String text) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      // The program does not read its input, which it need not do.
      log.debug("%s did not read the message on its standard input".formatted(program), e);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
