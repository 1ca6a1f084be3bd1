/** What can be set, and where it was set: flag, environment, {@code config.json}, default. */
package dev.court.settings;
