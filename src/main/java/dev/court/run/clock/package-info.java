/** What a run learns of the clock of the server. */
package dev.court.run.clock;
