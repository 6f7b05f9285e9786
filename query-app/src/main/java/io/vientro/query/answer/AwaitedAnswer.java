package io.vientro.query.answer;

import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.Awaited;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a dossier waits for.
 *
 * @param what is waited for
 * @param command the command that does it
 * @param role role that is to do it; null for any that may send the command
 * @param agency its agency, or the applicant's organisation; null if the applicant has no account
 * @param unit unit of the officer at work there, or null
 * @param officer account of the officer at work there, or null if none is assigned
 * @param since business date from which it is waited for
 * @param due first of the days on which it is due; null if nothing says when
 * @param overdue whether that day has passed; null where {@code due} is, or a gap of the calendar
 *     does not tell
 * @param limits ids of the limits that run against it
 */
public record AwaitedAnswer(
    Worded what,
    String command,
    @Nullable Worded role,
    @Nullable AgencyAnswer agency,
    @Nullable String unit,
    @Nullable String officer,
    LocalDate since,
    @Nullable Due due,
    @Nullable Boolean overdue,
    List<String> limits) {
  static AwaitedAnswer of(Awaited awaited, DecisionContext context) {
    var due = awaited.due(context.calendar());
    return new AwaitedAnswer(
        Worded.of(awaited.what()),
        awaited.command().commandName(),
        Worded.ofNullable(awaited.role()),
        AgencyAnswer.ofNullable(awaited.agency(), context.registry()),
        awaited.unit(),
        awaited.officer(),
        awaited.since(),
        due == null ? null : Due.of(due),
        due == null ? null : TimeLimitAnswer.past(due, context.today()),
        awaited.limits().stream().map(segment -> segment.started().limit()).toList());
  }
}
