package dev.court;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Ends the JVM at the next signal. Java alone passes over all signals while its shutdown hooks run,
 * and a person who presses Ctrl-C a second time does not want to wait.
 */
final class SecondSignal {
  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  /** A platform may send SIGTERM twice, to a process and to its group. */
  private static final List<String> OF_A_PERSON = List.of("INT");

  /** A shell adds it to the number of a signal. */
  private static final int SHELL = 128;

  private SecondSignal() {}

  /**
   * Does nothing where Java has no such signals.
   *
   * @param isDraining whether only a person can end it sooner
   */
  static void endsAtOnce(boolean isDraining) {
    (isDraining ? OF_A_PERSON : NAMES).forEach(SecondSignal::handle);
  }

  /** By reflection, since the compiler warns of the class, and has nothing in its place. */
  private static void handle(String name) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object signal = type.getConstructor(String.class).newInstance(name);
      int number = (int) type.getMethod("getNumber").invoke(signal);
      Object handler =
          Proxy.newProxyInstance(
              SecondSignal.class.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> {
                Runtime.getRuntime().halt(SHELL + number);
                return null;
              });
      type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // The process ends in ten seconds all the same.
    }
  }
}
