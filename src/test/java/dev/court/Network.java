package dev.court;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Machines that reach Atrium by one line and the database by another one, each of which can be cut:
 * from then on packets vanish on it both ways, and nobody is told. Made of network namespaces and
 * bridges of Linux, for a process that has a network namespace of its own ({@link #OWN}); all of it
 * goes with the process.
 *
 * <p>Servers listen on loopback. A machine has no loopback of its own: what it sends there goes
 * over the line to the real one.
 */
final class Network {
  /** What stands before the command of a process that may make one. */
  static final List<String> OWN = List.of("unshare", "-Urn");

  /** Which server is at the end of a line. */
  enum Line {
    ATRIUM(1),
    DATABASE(2);

    /** Of its server. */
    final String address;

    private final int number;

    Line(int number) {
      this.number = number;
      this.address = "127.0.0." + number;
    }

    private String bridge() {
      return "line" + number;
    }

    private String subnet() {
      return "10.77." + number + ".";
    }

    /** The last part is the place in the subnet. */
    private String hardware(int place) {
      return "02:00:00:00:%02x:%02x".formatted(number, place);
    }
  }

  private int machines;

  /** Two lines with no machine yet. */
  Network() {
    call("ip", "link", "set", "lo", "up");
    for (Line line : Line.values()) {
      String bridge = line.bridge();
      call("ip", "link", "add", bridge, "address", line.hardware(1), "type", "bridge");
      call("ip", "addr", "add", line.subnet() + "1/24", "dev", bridge);
      call("ip", "link", "set", bridge, "up");
      letLoopbackIn(List.of(), bridge);
    }
  }

  /** Whether this machine lets a user make one. */
  static boolean isPossible() {
    List<String> command = new ArrayList<>(OWN);
    command.addAll(List.of("ip", "link", "add", "probe", "type", "bridge"));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A machine with both lines. */
  Machine machine() throws IOException {
    // It holds the namespace, and ends when this process does.
    Process holder = new ProcessBuilder("unshare", "-n", "cat").start();
    awaitNamespace(holder.pid());
    Machine machine = new Machine(++machines, holder);
    for (Line line : Line.values()) {
      machine.add(line);
    }
    return machine;
  }

  private static void awaitNamespace(long pid) throws IOException {
    Path here = Files.readSymbolicLink(Path.of("/proc/self/ns/net"));
    while (Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/net")).equals(here)) {
      Thread.onSpinWait();
    }
  }

  /** One machine. */
  static final class Machine {
    private final int place;
    private final Process holder;

    private Machine(int number, Process holder) {
      this.place = number + 1;
      this.holder = holder;
    }

    /** What stands before a command that runs on it. */
    List<String> enter() {
      return List.of("nsenter", "-t", String.valueOf(holder.pid()), "-n", "--");
    }

    /** Nothing goes through the line from now on. */
    void cut(Line line) {
      call("ip", "link", "set", port(line), "nomaster");
    }

    /** Packets go through the line again. */
    void mend(Line line) {
      call("ip", "link", "set", port(line), "master", line.bridge());
    }

    private String port(Line line) {
      return line.bridge() + "m" + place;
    }

    private void add(Line line) {
      String end = line.bridge();
      String address = line.subnet() + place;
      String pair =
          "ip link add %s type veth peer name %s address %s netns %s"
              .formatted(port(line), end, line.hardware(place), holder.pid());
      call(pair.split(" "));
      mend(line);
      call("ip", "link", "set", port(line), "up");
      inside("ip", "addr", "add", address + "/24", "dev", end);
      inside("ip", "link", "set", end, "up");
      letLoopbackIn(enter(), end);
      inside("ip", "route", "add", line.address + "/32", "dev", end, "src", address);
      // Where nobody asks who has an address, nobody hears that it is gone.
      inside(neighbour(line.address, line.hardware(1), end));
      call(neighbour(address, line.hardware(place), line.bridge()));
    }

    private static String[] neighbour(String address, String hardware, String device) {
      return "ip neigh replace %s lladdr %s dev %s nud permanent"
          .formatted(address, hardware, device)
          .split(" ");
    }

    private void inside(String... command) {
      List<String> line = new ArrayList<>(enter());
      line.addAll(List.of(command));
      call(line.toArray(String[]::new));
    }
  }

  private static void letLoopbackIn(List<String> enter, String device) {
    List<String> line = new ArrayList<>(enter);
    String file = "/proc/sys/net/ipv4/conf/" + device + "/route_localnet";
    line.addAll(List.of("sh", "-c", "echo 1 > " + file));
    call(line.toArray(String[]::new));
  }

  private static void call(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
