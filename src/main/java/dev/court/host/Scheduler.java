package dev.court.host;

import java.util.List;

/** Something that can call court again and again. */
public interface Scheduler {

  /** What is to be done so that it calls court; nothing when it does so already. */
  List<InstallStep> install();

  /** What is to be done so that it is as if it never had. */
  List<InstallStep> remove();

  /** What a person should know beyond the steps, in sentences. */
  List<String> notes();
}
