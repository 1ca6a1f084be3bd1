package dev.court.manual;

/** What a command can end with, and what that means. */
public record ExitCodeDoc(String code, String meaning) {}
