/** Copies of the database from day to day, and the way back to one after damage. */
package dev.court.backup;
