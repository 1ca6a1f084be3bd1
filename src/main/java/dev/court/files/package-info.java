/**
 * Files that are whole whenever somebody reads them, and files that only their owner can read.
 * Needs the language only; each caller words its own messages.
 */
package dev.court.files;
