package dev.court.atrium.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body as UTF-8 text, cut where it would only fill the memory. */
final class TruncatingBodySubscriber implements BodySubscriber<String> {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<String> text = new CompletableFuture<>();
  private Flow.Subscription subscription;

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(this::take);
    if (bytes.size() == AnswerReader.MOST) {
      subscription.cancel();
      onComplete();
    }
  }

  private void take(ByteBuffer buffer) {
    byte[] part = new byte[Math.min(buffer.remaining(), AnswerReader.MOST - bytes.size())];
    buffer.get(part);
    bytes.writeBytes(part);
  }

  @Override
  public void onError(Throwable trouble) {
    text.completeExceptionally(trouble);
  }

  @Override
  public void onComplete() {
    text.complete(bytes.toString(UTF_8));
  }
}
