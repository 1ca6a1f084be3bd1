package dev.court.doctor;

import dev.court.booking.Problem;
import dev.court.notification.ChannelStatuses;
import dev.court.session.Keyring;
import dev.court.settings.HomeFolder;
import dev.court.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the checks of this machine look at.
 *
 * @param cronHome the home that a command has in cron's bare environment; empty when it has none
 * @param account the name of the account
 * @param settings fails when the settings cannot be used
 * @param missingSetup the reason why the settings allow no booking; empty when there is none
 */
public record LocalParts(
    HomeFolder home,
    Optional<Path> cronHome,
    Keyring keyring,
    InstantSource clock,
    String account,
    Supplier<Settings> settings,
    Supplier<Optional<Problem>> missingSetup,
    Supplier<ChannelStatuses> channels) {}
