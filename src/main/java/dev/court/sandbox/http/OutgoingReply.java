package dev.court.sandbox.http;

/** An answer and how it is to go over the wire. */
public record OutgoingReply(HttpReply reply, DeliveryMode delivery) {}
