/** What several machines know of each other by the server that they share. */
package dev.court.store.machine;
