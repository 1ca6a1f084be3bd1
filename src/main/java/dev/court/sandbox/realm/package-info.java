/** The sandbox's sign-in realm: its pages, sessions and tokens. */
package dev.court.sandbox.realm;
