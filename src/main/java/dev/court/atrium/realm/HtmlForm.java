package dev.court.atrium.realm;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * A form as a browser would see it.
 *
 * @param action where it goes, absolute
 * @param isPost whether what is filled in goes into the body
 * @param hidden what is sent along without anybody seeing it, in the order of the page
 * @param fields the names of what a person can fill in
 */
record HtmlForm(URI action, boolean isPost, Map<String, String> hidden, Set<String> fields) {
  /** Whether a person can fill that in. */
  boolean asks(String field) {
    return fields.contains(field);
  }
}
