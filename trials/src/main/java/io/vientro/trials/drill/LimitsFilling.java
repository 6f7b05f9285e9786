package io.vientro.trials.drill;

import io.vientro.core.Zone;
import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.AidOwner;
import io.vientro.core.aid.Founder;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.Recipient;
import io.vientro.core.aid.RecipientKind;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.core.dossier.FilingChannel;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.dossier.TimeLimitStarted;
import io.vientro.core.log.LogMode;
import io.vientro.core.value.Money;
import io.vientro.log.Commit;
import io.vientro.log.EventLog;
import io.vientro.store.EventCodec;
import io.vientro.store.EventMetadata;
import io.vientro.store.PendingEvent;
import io.vientro.store.PendingEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Dossiers, each with one running limit, that fall due over some months: in days, working days,
 * months and hours; every third one is to be warned of.
 */
final class LimitsFilling {
  private static final int AT_ONCE = 32;
  private static final LegalBasis BASIS = new LegalBasis("Drill", "1");
  private static final Act ACT = new Act(Capacity.ASSIGNED_DUTY, null, null);

  private final EventLog log;
  private final PendingEvents events;
  private final PackPin pack;

  LimitsFilling(EventLog log, EventCodec codec, PackPin pack) {
    this.log = log;
    this.events = new PendingEvents(codec);
    this.pack = pack;
  }

  /**
   * Fills the log.
   *
   * @param start from which limits run
   * @param days over which they fall due, roughly
   */
  void fill(int limits, long seed, Instant start, int days) {
    SplittableRandom random = new SplittableRandom(seed);
    Semaphore room = new Semaphore(AT_ONCE);
    List<Future<?>> done = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < limits; i++) {
        String dossier = "dossier-drill-%06d".formatted(i);
        TimeLimitStarted limit = limit(random, i, start, days);
        room.acquireUninterruptibly();
        done.add(
            threads.submit(
                () -> {
                  try {
                    file(dossier, limit, start);
                  } finally {
                    room.release();
                  }
                }));
      }
    }
    for (Future<?> each : done) {
      if (each.state() == Future.State.FAILED) {
        throw new DrillFailedException("the log could not be filled", each.exceptionNow());
      }
    }
  }

  private static TimeLimitStarted limit(SplittableRandom random, int i, Instant start, int days) {
    LocalDate from = Zone.dateOf(start).plusDays(random.nextInt(days));
    Instant at = null;
    LegalTerm term;
    switch (i % 4) {
      case 0 -> term = term(1 + random.nextInt(20), Unit.CALENDAR_DAY);
      case 1 -> term = term(1 + random.nextInt(15), Unit.WORKING_DAY);
      case 2 -> {
        term = term(1 + random.nextInt(72), Unit.HOUR);
        at =
            from.atStartOfDay(Zone.HO_CHI_MINH)
                .toInstant()
                .plus(random.nextInt(24 * 60), ChronoUnit.MINUTES);
      }
      default -> term = term(1, Unit.MONTH);
    }
    Integer warnDays = i % 3 == 0 ? 10 : null;
    return new TimeLimitStarted(
        "drill", 1, from, term, "drill", at, null, null, null, null, null, null, warnDays);
  }

  private static LegalTerm term(int amount, Unit unit) {
    return new LegalTerm(amount, unit, EndRule.ROLL_FORWARD, BASIS);
  }

  private void file(String dossier, TimeLimitStarted limit, Instant at) {
    List<DossierEvent> happened = List.of(submitted(Zone.dateOf(at)), limit);
    List<PendingEvent> pending = new ArrayList<>();
    for (DossierEvent event : happened) {
      String id = dossier + "-" + pending.size();
      pending.add(new PendingEvent(dossier, pending.size(), id, event, metadata()));
    }
    log.append(new Commit("fill-" + dossier, events.of(pending, at)));
  }

  private static EventMetadata metadata() {
    return new EventMetadata(
        Actor.SYSTEM.account(),
        Actor.SYSTEM.role(),
        Actor.SYSTEM.agency(),
        Capacity.ASSIGNED_DUTY,
        false,
        "drill",
        "drill",
        null,
        null,
        LogMode.TRAINING);
  }

  /** No personal value in it: five thousand keys would say nothing about limits. */
  private DossierSubmitted submitted(LocalDate on) {
    AidFacts aid =
        new AidFacts(
            "Nước sạch cho xã Mẫu",
            Modality.PROJECT,
            false,
            Purpose.DEVELOPMENT,
            new Provider(
                ProviderPaperKind.REGISTERED_FOREIGN_NGO,
                ProviderClass.FOREIGN_NGO,
                "Sample Foundation",
                null,
                "NL",
                null),
            null,
            null,
            new Recipient(
                "Trung tâm Mẫu",
                RecipientKind.PUBLIC_SERVICE_UNIT,
                Founder.MANAGING_AGENCY,
                "45/QĐ"),
            new AidOwner("Trung tâm Mẫu", null, null, null),
            List.of("ubnd-tinh-mau"),
            new Grant(
                List.of(new Money(new BigDecimal("100000"), "USD")),
                null,
                new UsdValue(new BigDecimal("100000"), null, null, null)),
            null,
            "water",
            List.of(),
            null,
            null,
            null,
            null);
    return new DossierSubmitted(
        on, FilingChannel.COUNTER, "ubnd-tinh-mau", "org-mau", 6, aid, List.of(), pack, ACT);
  }
}
