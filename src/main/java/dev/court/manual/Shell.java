package dev.court.manual;

/** A shell that completes command lines. The names are in lower case, as people type them. */
public enum Shell {
  bash,
  zsh,
  fish;

  /** The script after which the shell completes command lines of {@code court}. */
  public String completion(CommandDoc court) {
    return switch (this) {
      case bash -> new BashCompletion(court).script();
      case zsh -> new ZshCompletion(court).script();
      case fish -> new FishCompletion(court).script();
    };
  }
}
