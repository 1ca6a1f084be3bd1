package dev.court.notification.channel;

import java.util.List;
import java.util.Optional;

/** What a channel sends by, with its settings; secrets are named, and read when one is sent. */
sealed interface ChannelConfig {
  /** The word for it in the settings. */
  String type();

  /**
   * A request over HTTP.
   *
   * @param url where to; for Telegram without the token
   * @param token sent as a bearer, and for Telegram a part of the path
   * @param chat of Telegram; null elsewhere
   */
  record Web(PayloadFormat shape, SecretSource url, Optional<SecretSource> token, String chat)
      implements ChannelConfig {
    @Override
    public String type() {
      return shape.word();
    }
  }

  /**
   * A letter.
   *
   * @param username null where the server wants none; then there is no password either
   */
  record Mail(
      String host,
      int port,
      MailServer.Security security,
      String username,
      Optional<SecretSource> password,
      String from,
      List<String> to)
      implements ChannelConfig {
    @Override
    public String type() {
      return "email";
    }
  }

  /**
   * A program.
   *
   * @param line the program and its arguments, given to it as they stand
   */
  record Command(List<String> line) implements ChannelConfig {
    @Override
    public String type() {
      return "command";
    }
  }
}
