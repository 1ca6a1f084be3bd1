/** One occurrence that could be played at several times, and which of them has its turn. */
package dev.court.schedule.alternative;
