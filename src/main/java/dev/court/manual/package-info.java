/** Completion scripts and man pages, made from a plain description of the commands. */
package dev.court.manual;
