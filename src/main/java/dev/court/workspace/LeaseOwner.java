package dev.court.workspace;

import java.util.function.Predicate;

/**
 * The owner of the claims that a run makes.
 *
 * @param id differs from the id of every other process, on this machine and elsewhere
 * @param isDead whether the process of another id has certainly ended
 */
public record LeaseOwner(String id, Predicate<String> isDead) {}
