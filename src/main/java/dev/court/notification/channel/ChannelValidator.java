package dev.court.notification.channel;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks whether a channel can work, without sending anything. */
public final class ChannelValidator {
  private final SendContext context;

  public ChannelValidator(SendContext context) {
    this.context = context;
  }

  /** What is wrong with a channel, in one line without a secret; empty when nothing is. */
  public Optional<Problem> of(Channel channel) {
    try {
      if (channel.config() instanceof ChannelConfig.Web web) {
        Address.read(web.url().read(context).reveal());
        web.token().ifPresent(token -> token.read(context));
      } else if (channel.config() instanceof ChannelConfig.Mail mail) {
        mail.password().ifPresent(password -> password.read(context));
        MailSender.check(mail);
      } else if (channel.config() instanceof ChannelConfig.Command command) {
        check(command.line().get(0));
      }
      return Optional.empty();
    } catch (SetupProblem e) {
      return Optional.of(named(channel, e.getMessage()));
    } catch (MailFailure e) {
      return Optional.of(named(channel, e.getMessage()));
    }
  }

  private static SetupProblem named(Channel channel, String message) {
    return new SetupProblem("channel '%s': %s".formatted(channel.name(), message));
  }

  private void check(String program) {
    boolean isThere =
        program.contains(File.separator)
            ? Files.isExecutable(Path.of(program))
            : Stream.of(context.variable("PATH").orElse("").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!isThere) {
      throw new SetupProblem("there is no program %s that may be run".formatted(program));
    }
  }
}
