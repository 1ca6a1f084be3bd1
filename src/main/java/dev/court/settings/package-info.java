/** The settings and their sources: flag, environment, {@code config.json}, default. */
package dev.court.settings;
