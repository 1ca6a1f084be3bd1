/** What the person holds already by hand, so that a run does not ask for it. */
package dev.court.run.byhand;
