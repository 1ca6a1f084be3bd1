package dev.court.manual;

/** A shell that can complete what is typed. Lower case, as people type it. */
public enum Shell {
  bash,
  zsh,
  fish;

  /** The script that makes it complete command lines of {@code court}. */
  public String completion(CommandDoc court) {
    return switch (this) {
      case bash -> new BashCompletion(court).script();
      case zsh -> new ZshCompletion(court).script();
      case fish -> new FishCompletion(court).script();
    };
  }
}
