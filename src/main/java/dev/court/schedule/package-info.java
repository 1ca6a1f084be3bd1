/** The use cases on what a person asked for: add, list, change, show, skip, history. */
package dev.court.schedule;
