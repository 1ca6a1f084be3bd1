package dev.court.notification.channel;

import dev.court.booking.SetupProblem;
import dev.court.secret.Secret;

/** The place of a secret. The secret is read when a message is sent, and not before. */
sealed interface SecretSource {
  /**
   * Reads the secret.
   *
   * @throws SetupProblem when it is not there, or others can read it
   */
  Secret read(SendContext context);

  /** In {@code config.json} itself. */
  record Inline(Secret secret) implements SecretSource {
    @Override
    public Secret read(SendContext context) {
      return secret;
    }
  }

  /**
   * On the first line of a file.
   *
   * @param path absolute, relative to the home folder, or beginning with {@code ~/}
   */
  record InFile(String path) implements SecretSource {
    @Override
    public Secret read(SendContext context) {
      return SecretFile.read(context.file(path));
    }
  }

  /** In an environment variable. */
  record InVariable(String name) implements SecretSource {
    @Override
    public Secret read(SendContext context) {
      return context
          .variable(name)
          .map(Secret::of)
          .orElseThrow(() -> new SetupProblem("the variable %s is not set".formatted(name), null));
    }
  }
}
