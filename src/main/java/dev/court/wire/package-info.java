/** One connection under our own hand, for the request that counts; hides HttpCore. */
package dev.court.wire;
