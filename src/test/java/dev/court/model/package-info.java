/**
 * A model of an evening at the building: a server that loses answers, a listing that lags, runs
 * that are killed and machines that lose power, by one clock that moves on when everybody waits.
 * What is held is known to the model alone; the program under test is reached by its command line
 * only.
 */
package dev.court.model;
