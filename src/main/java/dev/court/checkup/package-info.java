/** Looks at everything that a booking needs. Changes nothing, and mends nothing. */
package dev.court.checkup;
