package dev.court.notification.channel;

import dev.court.booking.SetupProblem;
import dev.court.secret.Secret;

/** Where a secret stands. It is read when something is sent, and not before. */
sealed interface SecretSource {
  /**
   * The secret.
   *
   * @throws SetupProblem when it is not there, or open to others
   */
  Secret read(SendContext world);

  /** In {@code config.json} itself. */
  record Inline(Secret secret) implements SecretSource {
    @Override
    public Secret read(SendContext world) {
      return secret;
    }
  }

  /**
   * On the first line of a file.
   *
   * @param path relative to the home folder, or absolute, or from {@code ~/} on
   */
  record InFile(String path) implements SecretSource {
    @Override
    public Secret read(SendContext world) {
      return SecretFile.read(world.file(path));
    }
  }

  /** In a variable of the environment. */
  record InVariable(String name) implements SecretSource {
    @Override
    public Secret read(SendContext world) {
      return world
          .variable(name)
          .map(Secret::of)
          .orElseThrow(() -> new SetupProblem("the variable %s is not set".formatted(name), null));
    }
  }
}
