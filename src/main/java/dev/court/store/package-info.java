/**
 * The database: SQL, transactions and claims. Only this package and those in it use {@code
 * java.sql}. Secrets come here sealed.
 */
package dev.court.store;
