package dev.court.atrium.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the words out of a page of HTML. */
public final class HtmlText {
  private static final Pattern START =
      Pattern.compile("(?i)^\\W*<(!doctype|html|head|body|\\?xml)");
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>([^<]*)");
  private static final Pattern INVISIBLE =
      Pattern.compile("(?is)<(script|style)\\b.*?</\\1>|<!--.*?-->");
  private static final Pattern TAG = Pattern.compile("<[^<>]*>?");

  private HtmlText() {}

  /** Whether a body is a page of HTML or XML rather than an API's answer. */
  public static boolean isPage(String text) {
    return START.matcher(text).find();
  }

  /** The title when there is one, else the text between the tags. */
  static String text(String page) {
    Matcher title = TITLE.matcher(page);
    if (title.find() && !title.group(1).isBlank()) {
      return title.group(1);
    }
    return TAG.matcher(INVISIBLE.matcher(page).replaceAll(" ")).replaceAll(" ");
  }
}
