/**
 * The program's log: one file in the home, for a person who looks for the cause of a trouble later.
 * The only package that imports {@code java.util.logging}; knows nothing of the domain.
 */
package dev.court.log;
