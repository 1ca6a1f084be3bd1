/**
 * The signed-in session of an account: sign in, stay signed in, sign out, and the key that seals
 * the tokens.
 */
package dev.court.session;
