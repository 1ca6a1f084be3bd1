package dev.court.bench;

import java.io.IOException;
import java.util.List;

/** Measures one thing, or several side by side. */
interface Measurement {
  List<Finding> measure() throws IOException, InterruptedException;
}
