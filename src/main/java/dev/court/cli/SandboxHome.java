package dev.court.cli;

import dev.court.booking.SetupProblem;
import dev.court.files.FileTrouble;
import dev.court.files.OwnerOnlyFile;
import dev.court.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A home of its own for a rehearsal, so that no real schedule or token is touched. */
record SandboxHome(Path folder, Sandbox sandbox) {

  static SandboxHome make(Sandbox sandbox) {
    try {
      // Java makes temporary folders for their owner only.
      SandboxHome home = new SandboxHome(Files.createTempDirectory("court-sandbox-"), sandbox);
      Files.writeString(home.tokenFile(), sandbox.refreshToken() + "\n");
      OwnerOnlyFile.create(home.passwordFile(), sandbox.password() + "\n");
      return home;
    } catch (IOException e) {
      throw new SetupProblem("cannot make a temporary folder: " + FileTrouble.reason(e), e);
    }
  }

  /** The password of the sandbox's first user. */
  Path passwordFile() {
    return folder.resolve("password.txt");
  }

  /** A refresh token to sign in with, once. */
  Path tokenFile() {
    return folder.resolve("token.txt");
  }

  /**
   * The variables that point {@code court} at the sandbox.
   *
   * @param slot null for the default
   * @param window null for the default
   */
  Map<String, String> environment(String slot, String window) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("COURT_HOME", folder.toString());
    environment.put("COURT_API_URL", sandbox.apiUrl().toString());
    environment.put("COURT_AUTH_URL", sandbox.authUrl().toString());
    environment.put("COURT_OCCUPANT_ID", sandbox.occupantId());
    if (slot != null) {
      environment.put("COURT_SLOT", slot);
    }
    if (window != null) {
      environment.put("COURT_WINDOW", window);
    }
    return environment;
  }

  /** Deletes the folder as far as that works. */
  void remove() {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      // The temporary folder is cleaned by the system; a file that stays there does no harm.
    }
  }
}
