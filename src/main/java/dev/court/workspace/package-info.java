/**
 * What one command works with: the database, the clock, the account, and the owner of its claims.
 */
package dev.court.workspace;
