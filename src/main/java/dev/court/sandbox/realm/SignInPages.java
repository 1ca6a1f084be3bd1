package dev.court.sandbox.realm;

import dev.court.sandbox.http.HttpReply;

/** The realm's pages, with the ids and names that those of Keycloak have. */
final class SignInPages {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html class="login-pf"><head><title>Sign in to my-tfc</title></head><body>
      <h1 id="kc-page-title">%s</h1>
      %s
      </body></html>
      """;
  private static final String FORM =
      """
      %s
      <form id="kc-form-login" action="%s" method="post">
        <input id="username" name="username" type="text" autocomplete="username" autofocus>
        <input id="password" name="password" type="password" autocomplete="current-password">
        %s
        <input type="hidden" id="id-hidden-input" name="credentialId">
        <input name="login" id="kc-login" type="submit" value="Sign In">
      </form>""";
  private static final String FIELD_ERROR =
      "<span id=\"input-error\" aria-live=\"polite\">Invalid username or password.</span>";
  private static final String ALERT =
      "<div class=\"alert-error\"><span class=\"kc-feedback-text\">%s</span></div>";
  private static final String ERROR =
      "<div id=\"kc-error-message\"><p class=\"instruction\">%s</p></div>";
  private static final String CODE =
      """
      <form id="kc-otp-login-form" action="%s" method="post">
        <input id="otp" name="otp" type="text" autocomplete="one-time-code">
        <input name="login" id="kc-login" type="submit" value="Sign In">
      </form>""";
  private static final String CONSENT =
      """
      <div id="kc-oauth"><form class="form-actions" action="%s" method="POST">
        <input type="hidden" name="code" value="x">
        <input name="accept" id="kc-login" type="submit" value="Yes">
        <input name="cancel" id="kc-cancel" type="submit" value="No">
      </form></div>""";

  private SignInPages() {}

  static HttpReply form(String action) {
    return page(200, "Sign in to your account", FORM.formatted("", escaped(action), ""));
  }

  static HttpReply wrongPassword(String action) {
    return page(200, "Sign in to your account", FORM.formatted("", escaped(action), FIELD_ERROR));
  }

  static HttpReply disabled(String action) {
    String alert = ALERT.formatted("Account is disabled, contact your administrator.");
    return page(200, "Sign in to your account", FORM.formatted(alert, escaped(action), ""));
  }

  static HttpReply code(String action) {
    return page(200, "Sign in to your account", CODE.formatted(escaped(action)));
  }

  static HttpReply consent(String action) {
    return page(200, "Grant Access to my-tfc", CONSENT.formatted(escaped(action)));
  }

  static HttpReply error(String text) {
    return page(400, "We are sorry...", ERROR.formatted(text));
  }

  private static HttpReply page(int status, String heading, String body) {
    return HttpReply.html(status, PAGE.formatted(heading, body)).with("Cache-Control", "no-store");
  }

  private static String escaped(String action) {
    return action.replace("&", "&amp;");
  }
}
