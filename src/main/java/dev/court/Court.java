package dev.court;

/** The entry point. */
public final class Court {
  private Court() {}

  public static void main(String[] args) {
    System.exit(Wiring.ofProcess().run(args));
  }
}
