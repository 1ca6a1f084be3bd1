package dev.court.booking;

/** A booking beside the schedule it was made from. */
public record ScheduledBooking(Schedule schedule, Booking booking) {}
