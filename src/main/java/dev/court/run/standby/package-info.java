/**
 * One booking and several machines: who may ask for which court, and who goes on when a run ends.
 */
package dev.court.run.standby;
