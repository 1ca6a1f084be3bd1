/**
 * The sign-in realm of Atrium, a Keycloak: sign-in by its own form, refresh, and logout. Hides
 * jsoup. Tokens come in as secrets and leave only in the realm's forms.
 */
package dev.court.atrium.realm;
