/**
 * How text and data are laid out on a terminal: width, line breaks, colours, tables, prompts, and
 * what must not reach a terminal. Knows nothing of tennis. Hides JLine.
 */
package dev.court.terminal;
