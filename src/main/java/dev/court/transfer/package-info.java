/** Imports and exports schedules: JSON files, also of the predecessor, and calendar files. */
package dev.court.transfer;
