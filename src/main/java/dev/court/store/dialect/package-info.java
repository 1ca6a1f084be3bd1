/** What differs from one database to another, and how a connection to it is opened. */
package dev.court.store.dialect;
