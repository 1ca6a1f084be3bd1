package dev.court.manual;

/** An exit code of a command, and what it means. */
public record ExitCodeDoc(String code, String meaning) {}
