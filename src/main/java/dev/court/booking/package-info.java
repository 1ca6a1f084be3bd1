/**
 * The domain: what people ask for, what becomes of it, and the rules between. Knows {@code java.*}
 * only; every rule takes the instant and the zone it needs as arguments.
 */
package dev.court.booking;
