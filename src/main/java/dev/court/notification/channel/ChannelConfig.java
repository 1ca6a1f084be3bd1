package dev.court.notification.channel;

import java.util.List;
import java.util.Optional;

/** The settings of a channel. They name secrets, which are read when a message is sent. */
sealed interface ChannelConfig {
  /** The word for the type in the settings. */
  String type();

  /**
   * A request over HTTP.
   *
   * @param url the URL of the request; for Telegram without the token
   * @param token sent as a bearer token; for Telegram a part of the path
   * @param chat the chat id of Telegram; null for other formats
   */
  record Web(PayloadFormat format, SecretSource url, Optional<SecretSource> token, String chat)
      implements ChannelConfig {
    @Override
    public String type() {
      return format.word();
    }
  }

  /**
   * An email.
   *
   * @param username null when the server needs none; then there is no password either
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
   * @param line the program and its arguments, which no shell interprets
   */
  record Command(List<String> line) implements ChannelConfig {
    @Override
    public String type() {
      return "command";
    }
  }
}
