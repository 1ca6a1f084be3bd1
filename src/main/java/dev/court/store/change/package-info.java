/** How a process learns that another one has changed the database. */
package dev.court.store.change;
