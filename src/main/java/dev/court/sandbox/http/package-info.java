/** The sandbox's small HTTP server: it listens, reads requests and writes replies. */
package dev.court.sandbox.http;
