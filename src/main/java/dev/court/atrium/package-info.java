/**
 * The reservations API and the sign-in realm of Atrium. The only package that imports {@code
 * java.net.http}; gives back what an answer means, never a status code to branch on. Tokens come in
 * as secrets and leave only in the {@code Authorization} header and the realm's forms.
 */
package dev.court.atrium;
