/**
 * The database: schema, SQL, transactions and claims. The only package that uses {@code java.sql}.
 * Secrets come here sealed.
 */
package dev.court.store;
