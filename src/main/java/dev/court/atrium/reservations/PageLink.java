package dev.court.atrium.reservations;

import java.net.URI;
import java.util.Optional;

/** Reads the address of a listing's next page; the token never goes to another site. */
final class PageLink {
  private PageLink() {}

  /**
   * The address of the next page, always with the scheme and authority of {@code base}: an API
   * behind a proxy often writes {@code http} although it was called over https.
   *
   * @return empty when it is at another site, or no address at all
   */
  static Optional<URI> from(URI base, String next) {
    try {
      URI target = base.resolve(next);
      return isSameSite(base, target) ? Optional.of(onSite(base, target)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isSameSite(URI base, URI target) {
    return base.getHost().equalsIgnoreCase(target.getHost())
        && explicitPort(base) == explicitPort(target)
        && target.getRawUserInfo() == null;
  }

  /** -1 for the usual port of the scheme. */
  private static int explicitPort(URI url) {
    int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    return url.getPort() == usual ? -1 : url.getPort();
  }

  private static URI onSite(URI base, URI target) {
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    String path = target.getRawPath();
    return URI.create(
        "%s://%s%s%s".formatted(base.getScheme(), base.getRawAuthority(), path, query));
  }
}
