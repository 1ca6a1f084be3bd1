package dev.court.notification.channel;

/** An email was not accepted by its server. The message is one line, without a secret. */
public final class MailFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean permanent;

  MailFailure(String message, boolean permanent) {
    super(message);
    this.permanent = permanent;
  }

  /** Whether it fails again until somebody changes the settings. */
  public boolean isPermanent() {
    return permanent;
  }
}
