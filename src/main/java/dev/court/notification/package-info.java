/**
 * Which events a person is told of, the outbox that keeps the messages, and the relay that sends
 * them.
 */
package dev.court.notification;
