/** Reads times as people say them: a text, the present and a zone in, one of three answers out. */
package dev.court.planning.words;
