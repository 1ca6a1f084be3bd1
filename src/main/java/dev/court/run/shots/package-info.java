/**
 * What a run was doing for a booking, in a file that outlives its process: the shot files in the
 * home.
 */
package dev.court.run.shots;
