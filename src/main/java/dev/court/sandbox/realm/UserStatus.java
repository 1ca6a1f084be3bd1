package dev.court.sandbox.realm;

/** How the realm answers a user who gives the right password. */
public enum UserStatus {
  ACTIVE,
  DISABLED,
  /** After too many tries: the right password is refused in the words for a wrong one. */
  LOCKED,
  /** A one-time code is asked for as well. */
  ONE_TIME_CODE,
  /** A new password has to be chosen first. */
  NEW_PASSWORD,
  /** The user has to agree first that the client may act for them. */
  CONSENT
}
