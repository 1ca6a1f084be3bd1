/** What the person holds already, so that a run need not ask for it. */
package dev.court.run.byhand;
