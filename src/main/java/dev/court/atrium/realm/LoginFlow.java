package dev.court.atrium.realm;

import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.OutgoingRequest;
import dev.court.atrium.http.Requests;
import java.net.URI;

/**
 * One sign-in, from page to page. It ends where the realm sends a browser to the redirect URI. For
 * one use.
 */
final class LoginFlow {
  private static final int MOST_STEPS = 12;

  private final HttpTransport transport;
  private final RedirectReader redirects;
  private final LoginPageReader pages;
  private final CookieJar cookies = new CookieJar();

  LoginFlow(HttpTransport transport, RedirectReader redirects, LoginPageReader pages) {
    this.transport = transport;
    this.redirects = redirects;
    this.pages = pages;
  }

  /**
   * @param start the page that a sign-in begins with
   */
  SignInAnswer signIn(URI start) {
    FlowStep step = new FlowStep.OpenPage(start);
    for (int count = 0; count < MOST_STEPS; count++) {
      step = next(request(step));
      if (step instanceof FlowStep.FlowResult result) {
        return result.answer();
      }
    }
    return new SignInAnswer.UnexpectedPage("it leads from page to page without an end");
  }

  private OutgoingRequest request(FlowStep step) {
    if (step instanceof FlowStep.SubmitForm form) {
      return Requests.postPage(form.action(), form.fields(), cookies.header(form.action()));
    }
    URI address = ((FlowStep.OpenPage) step).address();
    return Requests.page(address, cookies.header(address));
  }

  private FlowStep next(OutgoingRequest request) {
    Exchange exchange = transport.send(request);
    return exchange instanceof Exchange.Answered answered
        ? read(answered.answer(), request.address())
        : failed(((Exchange.Unanswered) exchange).failure().reason());
  }

  private FlowStep read(HttpAnswer answer, URI address) {
    cookies.take(answer, address);
    if (answer.status() / 100 == 3) {
      return redirects.read(answer, address);
    }
    return answer.status() / 100 == 5 || answer.status() == 429
        ? failed(answer.reason())
        : pages.read(answer, address);
  }

  private static FlowStep failed(String reason) {
    return FlowStep.end(new SignInAnswer.SignInFailed(reason));
  }
}
