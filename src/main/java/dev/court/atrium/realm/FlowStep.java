package dev.court.atrium.realm;

import java.net.URI;
import java.util.Map;

/** What follows from one answer of the realm: the next request of a sign-in, or its end. */
sealed interface FlowStep {
  record OpenPage(URI address) implements FlowStep {}

  record SubmitForm(URI action, Map<String, String> fields) implements FlowStep {

    /** No fields: one of them is the password. */
    @Override
    public String toString() {
      return "SubmitForm[%s]".formatted(action.getRawAuthority());
    }
  }

  record FlowResult(SignInAnswer answer) implements FlowStep {}

  static FlowStep end(SignInAnswer answer) {
    return new FlowResult(answer);
  }

  static FlowStep unexpected(String what) {
    return end(new SignInAnswer.UnexpectedPage(what));
  }
}
