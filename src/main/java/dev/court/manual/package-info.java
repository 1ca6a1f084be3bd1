/** The commands written down for others than picocli: completion scripts and man pages. */
package dev.court.manual;
