package dev.court;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Stands in for the real one in launcher.sh: says what reached it. */
public final class Court {
  private Court() {}

  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String arg : args) {
      out.println(arg);
    }
    if (args.length == 2 && args[0].equals("exit")) {
      System.exit(Integer.parseInt(args[1]));
    }
    if (args.length == 1 && args[0].equals("wait")) {
      Thread.sleep(60_000);
    }
    if (args.length == 1 && args[0].equals("java")) {
      out.println(System.getProperty("java.specification.version"));
      out.println(System.getProperty("court.probe"));
      out.println("launcher " + System.getenv("COURT_LAUNCHER"));
      out.println("terminal " + System.getProperty("court.terminal"));
      out.println("columns " + System.getProperty("court.columns"));
    }
  }
}
