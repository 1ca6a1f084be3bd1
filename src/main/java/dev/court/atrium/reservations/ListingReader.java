package dev.court.atrium.reservations;

import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.HttpAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads a listing page by page. A listing with a page missing counts as not readable. */
final class ListingReader {
  static final int MOST_PAGES = 50;

  private final Function<URI, Exchange> get;
  private final List<HeldReservation> held = new ArrayList<>();
  private final Set<URI> seen = new HashSet<>();

  ListingReader(Function<URI, Exchange> get) {
    this.get = get;
  }

  Listing readFrom(URI address) {
    if (seen.size() == MOST_PAGES || !seen.add(address)) {
      return new Listing.NotReadable("the pages of the listing have no end");
    }
    Exchange exchange = get.apply(address);
    return exchange instanceof Exchange.Answered answered
        ? read(answered.answer(), address)
        : new Listing.NotReadable(((Exchange.Unanswered) exchange).failure().reason());
  }

  private Listing read(HttpAnswer answer, URI address) {
    if (AnswerClassifier.isAboutTheToken(answer)) {
      return new Listing.TokenRefused(answer.reason());
    }
    if (!answer.isSuccess()) {
      return new Listing.NotReadable(answer.reason());
    }
    return ListingPage.parse(answer.body())
        .map(page -> add(page, address))
        .orElseGet(() -> new Listing.NotReadable("no listing: " + answer.reason()));
  }

  private Listing add(ListingPage page, URI address) {
    held.addAll(page.held());
    if (page.notUnderstood() > 0) {
      return new Listing.NotReadable(
          "%s of %s reservations could not be understood"
              .formatted(page.notUnderstood(), page.notUnderstood() + page.held().size()));
    }
    return page.next().isEmpty()
        ? whole(page)
        : PageLink.from(address, page.next().get())
            .map(this::readFrom)
            .orElseGet(() -> new Listing.NotReadable("the listing goes on at another site"));
  }

  /** A listing that announced more items has pages in a form that we do not know. */
  private Listing whole(ListingPage last) {
    return last.count().filter(count -> count > held.size()).isPresent()
        ? new Listing.NotReadable(
            "only %s of %s reservations were listed".formatted(held.size(), last.count().get()))
        : new Listing.Complete(held);
  }
}
