/** A run over several accounts: who has something to do, and all of them at once. */
package dev.court.run.accounts;
