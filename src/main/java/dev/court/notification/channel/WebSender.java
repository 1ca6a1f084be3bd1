package dev.court.notification.channel;

import dev.court.booking.SetupProblem;
import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.network.NetworkTrouble;
import dev.court.secret.Secret;
import dev.court.text.ControlCharacters;
import dev.court.text.Excerpt;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Sends an HTTP request. */
final class WebSender implements Sender {
  private static final int LONGEST_REASON = 120;

  /** Refusals that may pass; any other status 4xx is permanent. */
  private static final List<Integer> TEMPORARY = List.of(408, 425, 429);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final ChannelConfig.Web web;
  private final SendContext context;
  private final Duration limit;

  WebSender(ChannelConfig.Web web, SendContext context, Duration limit) {
    this.web = web;
    this.context = context;
    this.limit = limit;
  }

  @Override
  public DeliveryResult send(Message message) {
    Secret text = web.url().read(context);
    Optional<Secret> token = web.token().map(source -> source.read(context));
    URI url = Address.read(text.reveal());
    RequestTarget target = target(url, token);
    try {
      String body = web.format().json(message, target.place());
      return delivery(
          Post.send(target.url(), target.bearer(), "application/json", body, limit),
          url.getHost(),
          Stream.concat(Stream.of(text), token.stream()).toList());
    } catch (IOException e) {
      return DeliveryResult.temporary(url.getHost() + " " + reason(e));
    }
  }

  private record RequestTarget(URI url, String place, Optional<String> bearer) {}

  private RequestTarget target(URI url, Optional<Secret> token) {
    return switch (web.format()) {
      case NTFY -> new RequestTarget(Address.above(url), topic(url), token.map(Secret::reveal));
      case TELEGRAM ->
          new RequestTarget(
              Address.read(
                  Address.below(url, "bot" + botToken(token).reveal() + "/sendMessage").toString()),
              web.chat(),
              Optional.empty());
      case WEBHOOK, SLACK, DISCORD -> new RequestTarget(url, "", token.map(Secret::reveal));
    };
  }

  private static Secret botToken(Optional<Secret> token) {
    return token
        .filter(secret -> secret.reveal().matches("[\\w:-]+"))
        .orElseThrow(
            () -> new SetupProblem("the token is none of Telegram's, such as 123456:ABC-DEF"));
  }

  private static String topic(URI url) {
    String topic = Address.last(url);
    if (topic.isEmpty()) {
      throw new SetupProblem("the url names no topic: give it as https://ntfy.sh/TOPIC");
    }
    return topic;
  }

  private static DeliveryResult delivery(
      Post.PostResponse answer, String host, List<Secret> secrets) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new DeliveryResult.Delivered();
    }
    boolean isRedirect = status >= 300 && status < 400;
    String said = isRedirect ? ": redirects are not followed" : said(answer.body(), secrets);
    return new DeliveryResult.Failed(
        "%s answered %s%s".formatted(host, status, said),
        pause(answer),
        status < 500 && !TEMPORARY.contains(status));
  }

  /** The service's own reason, without the secrets that it may quote. */
  private static String said(String body, List<Secret> secrets) {
    Map<?, ?> fields = object(body);
    String text =
        Stream.of("description", "message", "error")
            .map(fields::get)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .findFirst()
            .orElse("");
    for (Secret secret : secrets) {
      text = text.replace(secret.reveal(), "...");
    }
    String line = ControlCharacters.blanked(text);
    return line.isEmpty() ? "" : ": " + Excerpt.start(line, LONGEST_REASON);
  }

  /** Retry-After in seconds (RFC 9110, 10.2.3), or the field of Discord's and Telegram's body. */
  private static Optional<Duration> pause(Post.PostResponse answer) {
    Map<?, ?> fields = object(answer.body());
    Object nested =
        fields.get("parameters") instanceof Map<?, ?> map ? map.get("retry_after") : null;
    return answer
        .retryAfter()
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,6}(\\.\\d{1,6})?"))
        .map(BigDecimal::new)
        .or(() -> number(nested))
        .or(() -> number(fields.get("retry_after")))
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()))
        .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private static Optional<BigDecimal> number(Object value) {
    return value instanceof Number number
        ? Optional.of(new BigDecimal(number.toString())).filter(one -> one.signum() >= 0)
        : Optional.empty();
  }

  private static Map<?, ?> object(String body) {
    try {
      return Json.tree(body) instanceof Map<?, ?> map ? map : Map.of();
    } catch (JsonException e) {
      return Map.of();
    }
  }

  static String reason(IOException e) {
    if (e instanceof UnknownHostException) {
      return "is not known: the name does not resolve";
    }
    if (e instanceof SocketTimeoutException) {
      return "does not answer in time";
    }
    if (e instanceof ConnectException) {
      return "cannot be reached";
    }
    return e instanceof SSLException
        ? "cannot be talked to safely (%s)".formatted(NetworkTrouble.reason(e))
        : "breaks off (%s)".formatted(NetworkTrouble.reason(e));
  }
}
