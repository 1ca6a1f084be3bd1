package dev.court.sandbox.realm;

import java.util.List;

/**
 * The rules of a sandbox's realm.
 *
 * @param rotation whether a refresh token works only once
 * @param foreignTokens whether the API also takes tokens of another realm as the first user's: any
 *     access token that has not expired, whoever signed it
 * @param users at least one; the sandbox gives out tokens of the first
 */
public record RealmOptions(
    TokenLifetimes lifetimes, boolean rotation, boolean foreignTokens, List<User> users) {
  public static final RealmOptions DEFAULT =
      new RealmOptions(TokenLifetimes.DEFAULT, true, false, User.ALL);

  public RealmOptions {
    users = List.copyOf(users);
    if (users.isEmpty()) {
      throw new IllegalArgumentException("users: a sandbox needs one");
    }
  }
}
