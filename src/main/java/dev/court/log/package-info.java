/**
 * The program's log: one file in the home, for whoever looks into trouble afterwards. The only
 * package that imports {@code java.util.logging}; knows nothing of the domain.
 */
package dev.court.log;
