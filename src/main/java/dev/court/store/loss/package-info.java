/** An H2 file that went back to an older state is known and refused, and replaced by a backup. */
package dev.court.store.loss;
