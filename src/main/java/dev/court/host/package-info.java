/**
 * What else on the machine may call court each minute: cron, systemd, a workflow. Its processes.
 */
package dev.court.host;
