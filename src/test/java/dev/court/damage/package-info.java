/** Homes whose files are damaged. */
package dev.court.damage;
