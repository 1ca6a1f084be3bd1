package dev.court.atrium.realm;

import java.net.URI;

/**
 * Tells the realm's own addresses from all others, so that a password goes nowhere else.
 *
 * @param realm the issuer, without a slash at the end
 */
record RealmBoundary(URI realm) {
  boolean contains(URI address) {
    return address.getRawPath() != null
        && realm.getScheme().equalsIgnoreCase(address.getScheme())
        && realm.getRawAuthority().equalsIgnoreCase(address.getRawAuthority())
        && address.normalize().getRawPath().startsWith(realm.getRawPath() + "/");
  }
}
