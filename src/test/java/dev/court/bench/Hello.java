package dev.court.bench;

/** The smallest program there is: what starting a JVM costs at least. */
final class Hello {
  private Hello() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
