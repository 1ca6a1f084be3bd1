package dev.court.notification.channel;

/** A letter was not handed in; the message is one line, without a secret. */
public final class MailFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  MailFailure(String message, boolean lasting) {
    super(message);
    this.lasting = lasting;
  }

  /** Whether it goes on until somebody changes the settings. */
  public boolean isLasting() {
    return lasting;
  }
}
