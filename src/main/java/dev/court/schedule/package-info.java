/** The use cases of schedules: add, preview, list, show, change, skip, resolve, history. */
package dev.court.schedule;
