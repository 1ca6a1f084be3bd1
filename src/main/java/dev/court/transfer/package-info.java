/** Import and export: files of the program that came before, and calendar files. */
package dev.court.transfer;
