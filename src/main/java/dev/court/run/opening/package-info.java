/**
 * What makes one request leave on time: a token that outlives the opening, a connection that is
 * open, the request to its last byte, the server's clock, and one thread that sends for all.
 */
package dev.court.run.opening;
