package dev.court.sandbox;

/** An answer and how it is to go over the wire. */
record Sending(Reply reply, Delivery delivery) {}
