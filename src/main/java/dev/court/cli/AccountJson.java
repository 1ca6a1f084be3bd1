package dev.court.cli;

import dev.court.notification.channel.Channel;
import dev.court.schedule.AccountView;
import dev.court.session.SessionForecast;
import dev.court.settings.Settings;
import java.util.List;

/**
 * An account for programs; times in ISO-8601 in the venue's zone.
 *
 * @param occupantId null when it is not set
 * @param courtIds in the order in which the person wants them
 * @param channels the names of those by which the person is told
 * @param session one word, as {@link AccountSession} gives it
 * @param sessionUntil null where nothing is known of it
 * @param ended why the session cannot be used any more; null while it can
 * @param nextOpening null when nothing is to be booked
 * @param atNextOpening what the session will be like then
 */
record AccountJson(
    String account,
    String occupantId,
    List<String> courtIds,
    List<String> channels,
    int schedules,
    String session,
    String sessionUntil,
    String ended,
    String nextOpening,
    String atNextOpening) {

  static AccountJson of(
      AccountView view, AccountSession session, Settings settings, Phrases phrases) {
    return new AccountJson(
        view.name(),
        settings.occupantId(view.name()).orElse(null),
        settings.courts(view.name()).courtIds(),
        settings.channels(view.name()).stream().map(Channel::name).toList(),
        view.schedules(),
        session.word(),
        phrases.iso(session.until()),
        view.ended(),
        view.next().map(one -> phrases.iso(one.booking().opening())).orElse(null),
        view.atNext().map(SessionForecast::word).orElse(null));
  }
}
