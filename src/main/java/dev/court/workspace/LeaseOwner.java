package dev.court.workspace;

import java.util.function.Predicate;

/**
 * Who a run is to other runs.
 *
 * @param id tells this process from every other, on this machine and elsewhere
 * @param isDead whether the process of another id has certainly ended
 */
public record LeaseOwner(String id, Predicate<String> isDead) {}
