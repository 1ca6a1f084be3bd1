/**
 * How text and data are laid out on a terminal: width, line breaks, colours, tables and prompts.
 * Knows nothing of tennis. Hides JLine.
 */
package dev.court.terminal;
