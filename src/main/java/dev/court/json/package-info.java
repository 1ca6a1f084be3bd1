/**
 * JSON as the tool reads and writes it. The only package that imports Jackson; knows nothing of the
 * domain.
 */
package dev.court.json;
