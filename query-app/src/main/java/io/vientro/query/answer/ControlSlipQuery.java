package io.vientro.query.answer;

import io.vientro.app.Law;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.Custodian;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.TimeLimitExtended;
import io.vientro.core.dossier.TimeLimitStarted;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.LimitEntry;
import io.vientro.query.answer.ControlSlipAnswer.Acknowledgement;
import io.vientro.query.answer.ControlSlipAnswer.LimitThen;
import io.vientro.query.answer.ControlSlipAnswer.Row;
import io.vientro.query.answer.CustodyAnswer.CustodianAnswer;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.view.AuditStep;
import io.vientro.query.view.DossierView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the control slip off the history of a dossier. Who may is asked before. */
public final class ControlSlipQuery {
  private static final int CHUNK = 200;
  private static final List<String> COLUMNS =
      List.of("number", "giver", "receiver", "given", "note", "accepted", "limits");

  /** As many hand-overs as a slip shows; dossiers have a handful. */
  static final int MOST = 500;

  private final AuditHistoryQuery history;
  private final ViewStore store;
  private final Law law;

  public ControlSlipQuery(AuditHistoryQuery history, ViewStore store, Law law) {
    this.history = history;
    this.store = store;
    this.law = law;
  }

  /** The slip of a dossier, with what the history holds now. */
  public ControlSlipAnswer slip(DossierView dossier, long readModelPosition, LogMode mode) {
    var reading = new Reading(law.bound(dossier.state().pin()).pack());
    var sequence = 0L;
    List<AuditStep> chunk;
    do {
      chunk = history.steps(dossier.id(), sequence, CHUNK);
      chunk.forEach(reading::take);
      sequence += chunk.size();
    } while (chunk.size() == CHUNK && reading.rows.size() <= MOST);
    var rows = reading.rows;
    return new ControlSlipAnswer(
        dossier.id(),
        dossier.state().code(),
        Texts.of("control-slip.title"),
        headings(),
        List.copyOf(rows.subList(0, Math.min(MOST, rows.size()))),
        rows.size() <= MOST,
        readModelPosition,
        mode);
  }

  private static Map<String, Bilingual> headings() {
    var headings = new LinkedHashMap<String, Bilingual>();
    COLUMNS.forEach(column -> headings.put(column, Texts.of("control-slip." + column)));
    return headings;
  }

  /** The slip as far as the history was read. */
  private final class Reading {
    private final RulePack pack;
    private final AgencyRegistry registry = law.registry();
    private final WorkingCalendar calendar = law.calendar();
    private final Map<String, LimitSegment> running = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    Reading(RulePack pack) {
      this.pack = pack;
    }

    void take(AuditStep step) {
      var content = step.content();
      switch (step.type()) {
        case "time-limit.started" -> {
          var started = store.json().read(content, TimeLimitStarted.class);
          running.put(key(content), LimitSegment.of(started));
        }
        case "time-limit.ended", "duty.waived" -> running.remove(key(content));
        case "time-limit.extended" -> {
          var before = running.get(key(content));
          if (before != null) {
            running.put(key(content), extended(before, content));
          }
        }
        case "dossier.handed-over" -> {
          var from = custodian(content.path("from"));
          var on = LocalDate.parse(content.path("handedOverOn").asString());
          rows.add(
              new Row(
                  rows.size() + 1,
                  CustodianAnswer.of(from, registry),
                  CustodianAnswer.of(custodian(content.path("to")), registry),
                  acknowledgement(step, on, from),
                  content.path("note").asString(null),
                  null,
                  running.values().stream().map(segment -> then(segment, on)).toList()));
        }
        case "hand-over.accepted" -> {
          var by = custodian(content.path("by"));
          var on = LocalDate.parse(content.path("acceptedOn").asString());
          rows.add(
              rows.removeLast()
                  .accepted(CustodianAnswer.of(by, registry), acknowledgement(step, on, by)));
        }
        default -> {}
      }
    }

    /** A limit may have several segments at once: an opinion's, one for each agency asked. */
    private static String key(JsonNode content) {
      return content.path("limit").asString() + " " + content.path("segment").asInt();
    }

    private LimitSegment extended(LimitSegment before, JsonNode content) {
      return new LimitSegment(
          before.started(),
          null,
          null,
          store.json().read(content, TimeLimitExtended.class),
          null,
          null,
          null,
          null);
    }

    private Custodian custodian(JsonNode node) {
      return store.json().read(node, Custodian.class);
    }

    private Acknowledgement acknowledgement(AuditStep step, LocalDate on, Custodian custodian) {
      var who = step.metadata();
      return new Acknowledgement(
          on, step.at(), who.account(), AgencyAnswer.of(who.agency(), registry), custodian.unit());
    }

    private LimitThen then(LimitSegment segment, LocalDate on) {
      var started = segment.started();
      var due = segment.due(calendar);
      var late = TimeLimitAnswer.past(due, on);
      return new LimitThen(
          started.limit(),
          pack.limit(started.limit()).map(LimitEntry::name).orElse(null),
          started.segment(),
          Due.of(due),
          late == null ? null : !late);
    }
  }
}
