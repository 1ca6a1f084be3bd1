package dev.court.atrium.reservations;

import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.HttpAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads a listing page by page, within a time and a number of pages: a server may always name
 * another one. A listing with a page missing counts as not readable.
 */
final class ListingReader {
  static final int MOST_PAGES = 50;

  private final BiFunction<URI, Duration, Exchange> get;
  private final Duration within;
  private final long begin = System.nanoTime();
  private final List<HeldReservation> held = new ArrayList<>();
  private final Set<URI> seen = new HashSet<>();

  /**
   * A reader whose time begins now.
   *
   * @param get reads one page within a time
   * @param within for all pages together
   */
  ListingReader(BiFunction<URI, Duration, Exchange> get, Duration within) {
    this.get = get;
    this.within = within;
  }

  Listing readFrom(URI address) {
    if (seen.size() == MOST_PAGES || !seen.add(address)) {
      return unreadable("the pages of the listing have no end");
    }
    Duration left = within.minusNanos(System.nanoTime() - begin);
    if (left.isNegative() || left.isZero()) {
      return unreadable("the listing did not end in its time");
    }
    Exchange exchange = get.apply(address, left);
    return exchange instanceof Exchange.Answered answered
        ? read(answered.answer(), address)
        : unreadable(((Exchange.Unanswered) exchange).failure().reason());
  }

  private Listing read(HttpAnswer answer, URI address) {
    if (AnswerClassifier.isAboutTheToken(answer)) {
      return new Listing.TokenRefused(answer.reason());
    }
    if (!answer.isSuccess()) {
      return unreadable(answer.reason());
    }
    return ListingPage.parse(answer.body())
        .map(page -> add(page, address))
        .orElseGet(() -> unreadable("no listing: " + answer.reason()));
  }

  private Listing add(ListingPage page, URI address) {
    held.addAll(page.held());
    if (page.notUnderstood() > 0) {
      return unreadable(
          "%s of %s reservations could not be understood"
              .formatted(page.notUnderstood(), page.notUnderstood() + page.held().size()));
    }
    return page.next().isEmpty()
        ? whole(page)
        : PageLink.from(address, page.next().get())
            .map(this::readFrom)
            .orElseGet(() -> unreadable("the listing goes on at another site"));
  }

  /** A listing that announced more items has pages in a form that we do not know. */
  private Listing whole(ListingPage last) {
    return last.count().filter(count -> count > held.size()).isPresent()
        ? unreadable(
            "only %s of %s reservations were listed".formatted(held.size(), last.count().get()))
        : new Listing.Complete(held);
  }

  private Listing unreadable(String reason) {
    return new Listing.NotReadable(reason, held);
  }
}
