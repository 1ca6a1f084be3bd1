package dev.court.atrium.realm;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of HTML, read as leniently as a browser does; anything at all is a page. */
final class HtmlPage {
  private static final Set<String> NOT_FILLED_IN =
      Set.of("hidden", "submit", "button", "image", "reset");

  private final Document document;

  private HtmlPage(Document document) {
    this.document = document;
  }

  /**
   * Reads a page.
   *
   * @param address where it came from, which relative addresses in it are relative to
   */
  static HtmlPage read(String html, URI address) {
    return new HtmlPage(Jsoup.parse(html, address.toString()));
  }

  /** The forms whose address can be one. */
  List<HtmlForm> forms() {
    return document.select("form").stream().map(HtmlPage::form).flatMap(Optional::stream).toList();
  }

  /** The text of the first element that a CSS selector finds and that says something. */
  Optional<String> text(String selector) {
    return document.select(selector).stream()
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** Whether a CSS selector finds anything. */
  boolean has(String selector) {
    return document.selectFirst(selector) != null;
  }

  /** The title, else the first heading; may be empty. */
  String title() {
    return document.title().isBlank() ? text("h1").orElse("") : document.title();
  }

  private static Optional<HtmlForm> form(Element form) {
    return action(form)
        .map(
            action ->
                new HtmlForm(
                    action,
                    form.attr("method").toLowerCase(Locale.ROOT).equals("post"),
                    hidden(form),
                    fields(form)));
  }

  private static Optional<URI> action(Element form) {
    String action = form.hasAttr("action") ? form.absUrl("action") : form.baseUri();
    try {
      return action.isBlank() ? Optional.empty() : Optional.of(URI.create(action));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> hidden(Element form) {
    Map<String, String> hidden = new LinkedHashMap<>();
    for (Element input : form.select("input[type=hidden][name]")) {
      hidden.put(input.attr("name"), input.attr("value"));
    }
    return hidden;
  }

  private static Set<String> fields(Element form) {
    Set<String> fields = new LinkedHashSet<>();
    for (Element input : form.select("input[name], select[name], textarea[name]")) {
      if (!NOT_FILLED_IN.contains(input.attr("type").toLowerCase(Locale.ROOT))) {
        fields.add(input.attr("name"));
      }
    }
    return fields;
  }
}
