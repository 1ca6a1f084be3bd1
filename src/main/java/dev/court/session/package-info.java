/**
 * The session of an account: to sign in, to stay signed in and to sign out; and the key that seals
 * tokens and credentials.
 */
package dev.court.session;
