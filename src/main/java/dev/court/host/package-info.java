/**
 * The services that can call court each minute: cron, systemd, a workflow of GitHub. The only
 * package that starts programs of the machine.
 */
package dev.court.host;
