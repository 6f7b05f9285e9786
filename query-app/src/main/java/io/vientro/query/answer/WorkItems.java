package io.vientro.query.answer;

import io.vientro.app.Law;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.decision.CommandName;
import io.vientro.core.dossier.Debtor;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Bilingual;
import io.vientro.query.answer.TimeLimitAnswer.DebtorAnswer;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import io.vientro.query.answer.WorkAnswers.Command;
import io.vientro.query.answer.WorkAnswers.Counted;
import io.vientro.query.answer.WorkAnswers.DeadlineItem;
import io.vientro.query.answer.WorkAnswers.DossierLine;
import io.vientro.query.answer.WorkAnswers.Limit;
import io.vientro.query.answer.WorkAnswers.MyWorkItem;
import io.vientro.query.answer.WorkAnswers.OpinionAsked;
import io.vientro.query.answer.WorkAnswers.OpinionItem;
import io.vientro.query.answer.WorkAnswers.Party;
import io.vientro.query.answer.WorkAnswers.PendingApprovalItem;
import io.vientro.query.work.DeadlineRow;
import io.vientro.query.work.MyWorkRow;
import io.vientro.query.work.OpinionRow;
import io.vientro.query.work.OpinionRow.Standing;
import io.vientro.query.work.PendingApprovalRow;
import io.vientro.query.work.RowDossier;
import io.vientro.query.work.RowDue;
import io.vientro.query.work.RowLimit;
import io.vientro.query.work.RowOpinion;
import io.vientro.query.work.RowParty;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says rows of open work in words, as they stand today. */
final class WorkItems {
  private final Law law;
  private final AgencyRegistry registry;
  private final Urgency.Today today;

  WorkItems(Law law, Urgency.Today today) {
    this.law = law;
    this.registry = law.registry();
    this.today = today;
  }

  MyWorkItem item(MyWorkRow row) {
    return new MyWorkItem(
        dossier(row.dossier()),
        Worded.of(row.what()),
        command(row.dossier().id(), row.command()),
        party(row.from()),
        row.since(),
        due(row.due()),
        urgency(row.due()),
        daysLeft(row.due()),
        limits(row.limits(), row.dossier()),
        row.opinion() == null ? null : asked(row.opinion()));
  }

  DeadlineItem item(DeadlineRow row) {
    var limit = row.limit();
    var opinion = row.opinion();
    var term = limit != null ? limit.term() : opinion != null ? opinion.term() : null;
    return new DeadlineItem(
        dossier(row.dossier()),
        Worded.ofNullable(row.what()),
        row.from().stream().map(this::party).toList(),
        limit == null ? null : limit.limit(),
        limit == null ? null : name(limit.limit(), row.dossier()),
        limit == null ? null : limit.segment(),
        opinion == null ? null : asked(opinion),
        term == null || opinion != null && opinion.answerBy() != null ? null : term.basis(),
        limit != null ? limit.from() : Objects.requireNonNull(opinion).requestedOn(),
        due(row.due()),
        Objects.requireNonNullElseGet(urgency(row.due()), () -> Worded.ofOwn(Urgency.STOPPED)),
        daysLeft(row.due()),
        row.stoppedOn());
  }

  PendingApprovalItem item(PendingApprovalRow row) {
    return new PendingApprovalItem(
        dossier(row.dossier()),
        row.submittedOn(),
        ChronoUnit.DAYS.between(row.submittedOn(), today.date()),
        row.approver(),
        row.agencies().stream().map(agency -> AgencyAnswer.of(agency, registry)).toList(),
        row.officer(),
        due(row.due()),
        urgency(row.due()),
        daysLeft(row.due()),
        limits(row.limits(), row.dossier()));
  }

  OpinionItem item(OpinionRow row) {
    var open = row.standing() == Standing.OPEN;
    return new OpinionItem(
        dossier(row.dossier()),
        asked(row.opinion()),
        AgencyAnswer.of(row.leadAgency(), registry),
        Worded.ofOwn(row.standing()),
        open ? late(row.due()) : row.answeredLate(),
        due(row.due()),
        open ? urgency(row.due()) : null,
        row.answeredOn(),
        Worded.ofNullable(row.stance()),
        row.byLetter());
  }

  private @Nullable Boolean late(@Nullable RowDue due) {
    return due == null ? null : due.passedBy(today.date());
  }

  static DossierLine dossier(RowDossier row) {
    return new DossierLine(
        row.id(),
        row.code(),
        Worded.of(row.status()),
        row.title(),
        row.provider(),
        row.recipient(),
        row.sequence());
  }

  static Command command(String dossier, CommandName command) {
    return new Command(
        command.commandName(),
        Worded.of(command),
        "/api/v1/dossiers/" + dossier + "/" + command.path());
  }

  private Party party(RowParty row) {
    return new Party(
        Worded.ofNullable(row.role()),
        AgencyAnswer.ofNullable(row.agency(), registry),
        row.unit(),
        row.officer());
  }

  private OpinionAsked asked(RowOpinion row) {
    return new OpinionAsked(
        AgencyAnswer.of(row.agency(), registry),
        row.number(),
        row.roles(),
        row.requestedOn(),
        row.answerBy(),
        row.term() == null ? null : row.term().basis());
  }

  private List<Limit> limits(List<RowLimit> rows, RowDossier dossier) {
    return rows.stream()
        .map(
            row -> {
              var started = row.started();
              var term = started.term();
              return new Limit(
                  started.limit(),
                  name(started.limit(), dossier),
                  started.segment(),
                  started.from(),
                  term == null ? null : term.basis(),
                  Due.of(row.due().dueDate()),
                  Worded.ofOwn(Urgency.of(row.due().dueDate(), today)));
            })
        .toList();
  }

  AgencyAnswer agency(String id) {
    return AgencyAnswer.of(id, registry);
  }

  DebtorAnswer debtor(Debtor debtor) {
    return DebtorAnswer.of(debtor, registry);
  }

  @Nullable Bilingual name(String limit, RowDossier dossier) {
    return LimitNames.of(limit, law.bound(dossier.pack()).pack());
  }

  private static @Nullable DueDate dueDate(@Nullable RowDue due) {
    return due == null ? null : due.dueDate();
  }

  private static @Nullable Due due(@Nullable RowDue row) {
    var due = dueDate(row);
    return due == null ? null : Due.of(due);
  }

  private @Nullable Worded urgency(@Nullable RowDue row) {
    var due = dueDate(row);
    return due == null ? null : Worded.ofOwn(Urgency.of(due, today));
  }

  private @Nullable Integer daysLeft(@Nullable RowDue row) {
    var due = dueDate(row);
    return due == null ? null : Urgency.daysLeft(due, today.date());
  }

  /** The counts of a kind, by value. */
  static List<Counted> counted(Map<String, SortedMap<String, Long>> counts, String what) {
    return counts.getOrDefault(what, new TreeMap<>()).entrySet().stream()
        .map(entry -> new Counted(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The one count of a kind that has no values. */
  static long total(Map<String, SortedMap<String, Long>> counts, String what) {
    return counts.getOrDefault(what, new TreeMap<>()).getOrDefault("", 0L);
  }
}
