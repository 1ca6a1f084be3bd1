/**
 * What a run leaves behind so that the launcher need not start Java while nothing is to be done.
 */
package dev.court.run.idle;
