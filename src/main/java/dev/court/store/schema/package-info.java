/** The schema of the database: numbered scripts, each of which runs once. */
package dev.court.store.schema;
