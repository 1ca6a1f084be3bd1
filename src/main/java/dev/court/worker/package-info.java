/** The resident form: runs one after another, for as long as the process lives. */
package dev.court.worker;
