package dev.court.sandbox.http;

/** An answer and how much of it is sent. */
public record OutgoingReply(HttpReply reply, DeliveryMode delivery) {}
