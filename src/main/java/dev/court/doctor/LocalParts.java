package dev.court.doctor;

import dev.court.booking.Problem;
import dev.court.notification.ChannelStatuses;
import dev.court.session.Keyring;
import dev.court.settings.HomeFolder;
import dev.court.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the checks of this machine look at.
 *
 * @param cronHome the home that a command has in cron's bare environment; empty when it has none
 * @param named the accounts to look at; empty for all
 * @param settings fails when the settings cannot be used
 * @param missingSetup the reason why the settings allow an account no booking; empty when there is
 *     none
 * @param channels those by which the person of an account is told
 */
public record LocalParts(
    HomeFolder home,
    Optional<Path> cronHome,
    Keyring keyring,
    InstantSource clock,
    List<String> named,
    Supplier<Settings> settings,
    Function<String, Optional<Problem>> missingSetup,
    Function<String, ChannelStatuses> channels) {}
