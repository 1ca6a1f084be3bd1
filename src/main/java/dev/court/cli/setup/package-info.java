/**
 * {@code court init}: one step for each of its five questions, the page that shows all answers, and
 * what is done after the yes.
 */
package dev.court.cli.setup;
