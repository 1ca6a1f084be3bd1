package dev.court.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * One direction of a relayed connection. One thread reads while another holds back what was read,
 * so that a delay costs time and not throughput.
 */
final class Pump {
  private static final int CHUNK = 64 * 1024;

  private final Socket from;
  private final Socket to;
  private final long delayNanos;
  private final BlockingQueue<Parcel> underWay = new LinkedBlockingQueue<>();

  Pump(Socket from, Socket to, Duration delay) {
    this.from = from;
    this.to = to;
    this.delayNanos = delay.toNanos();
  }

  /** Bytes and the {@link System#nanoTime()} at which they arrive; none at all is the end. */
  private record Parcel(ByteBuffer bytes, long due) {}

  void start() {
    spawn(this::read);
    spawn(this::write);
  }

  private void read() {
    byte[] buffer = new byte[CHUNK];
    try {
      for (int n = from.getInputStream().read(buffer); n >= 0; n = read(buffer)) {
        send(ByteBuffer.wrap(Arrays.copyOf(buffer, n)));
      }
    } catch (IOException e) {
      // broken off: the other side learns it as an end
    }
    send(ByteBuffer.allocate(0));
  }

  private int read(byte[] buffer) throws IOException {
    return from.getInputStream().read(buffer);
  }

  private void send(ByteBuffer bytes) {
    underWay.add(new Parcel(bytes, System.nanoTime() + delayNanos));
  }

  private void write() {
    try {
      for (Parcel next = arrived(); next.bytes().hasRemaining(); next = arrived()) {
        to.getOutputStream().write(next.bytes().array());
      }
    } catch (IOException e) {
      closeQuietly(from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closeQuietly(to);
  }

  private Parcel arrived() throws InterruptedException {
    Parcel parcel = underWay.take();
    for (long left = left(parcel); left > 0; left = left(parcel)) {
      LockSupport.parkNanos(left);
    }
    return parcel;
  }

  private static long left(Parcel parcel) {
    return parcel.due() - System.nanoTime();
  }

  static void spawn(Runnable task) {
    Thread thread = new Thread(task, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // it is of no more use either way
    }
  }
}
