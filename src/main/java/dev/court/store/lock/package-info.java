/** Locks on which no two refreshes of a token, or changes of a file, get past each other. */
package dev.court.store.lock;
