/**
 * The building's reservations API: what is asked, and what each answer means. Gives back typed
 * answers, never a status code to branch on.
 */
package dev.court.atrium.reservations;
