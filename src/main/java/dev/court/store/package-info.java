/**
 * Everything that is on disk: the schema, its SQL, transactions. The only package that knows {@code
 * java.sql}. Tokens pass through sealed.
 */
package dev.court.store;
