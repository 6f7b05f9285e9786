package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.ChecklistEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dossier held against the checklist of the law (Art. 8).
 *
 * @param lines one per entry, in the order of the pack, the number of sets last
 */
public record Checklist(List<Line> lines) {

  /** The id under which the number of sets stands. */
  public static final String SETS = "sets";

  /** How an entry stands. */
  public enum Standing {
    MET,
    MISSING,
    /** Handed in, but not as it must be. */
    DEFECTIVE,
    NOT_OWED,
    /** Whether it is owed turns on a question that is still open. */
    UNDETERMINED
  }

  /**
   * One entry.
   *
   * @param name what officials call it; null for the number of sets
   * @param defects stable codes of what is wrong; empty where nothing is
   */
  public record Line(
      String requirement,
      @Nullable Bilingual name,
      String articles,
      Standing standing,
      List<String> defects) {}

  /** Everything a checklist is read from. */
  record Papers(
      AidFacts aid,
      List<DossierDocument> documents,
      int sets,
      FilingChannel channel,
      String filedWith,
      @Nullable String approver) {
    static Papers of(DossierState state) {
      var filing = state.filing();
      var classification = state.classification();
      return new Papers(
          state.facts(),
          state.documents(),
          state.sets(),
          filing.channel(),
          filing.filedWith(),
          classification == null ? null : classification.approver());
    }
  }

  /**
   * The checklist of a filed dossier.
   *
   * @param day the day on which papers must be valid
   */
  public static Checklist of(
      DossierState state, RulePack pack, AgencyParameters parameters, LocalDate day) {
    return of(Papers.of(state), pack, parameters, day);
  }

  static Checklist of(Papers papers, RulePack pack, AgencyParameters parameters, LocalDate day) {
    var reading = new Reading(papers, pack, parameters, day);
    var lines = new ArrayList<Line>();
    pack.checklist().forEach(entry -> lines.add(reading.line(entry)));
    lines.add(reading.setsLine());
    return new Checklist(List.copyOf(lines));
  }

  /** Everything that is missing, at once. */
  public List<Gap> gaps() {
    return lines.stream()
        .flatMap(
            line ->
                switch (line.standing()) {
                  case MET, NOT_OWED -> Stream.of();
                  case UNDETERMINED ->
                      Stream.of(
                          new Gap(line.requirement(), Gap.UNDETERMINED, line.articles(), null));
                  case MISSING, DEFECTIVE ->
                      line.defects().stream()
                          .map(d -> new Gap(line.requirement(), d, line.articles(), null));
                })
        .toList();
  }

  private record Reading(Papers papers, RulePack pack, AgencyParameters parameters, LocalDate day) {

    Line line(ChecklistEntry entry) {
      return switch (entry.when().test(papers.aid(), papers.approver())) {
        case FALSE -> line(entry, Standing.NOT_OWED, List.of());
        case UNKNOWN -> line(entry, Standing.UNDETERMINED, List.of());
        case TRUE ->
            papers.documents().stream()
                .filter(d -> entry.kinds().contains(d.kind()))
                .map(d -> defects(entry, d))
                .min(Comparator.comparingInt(List::size))
                .map(d -> line(entry, d.isEmpty() ? Standing.MET : Standing.DEFECTIVE, d))
                .orElseGet(() -> line(entry, Standing.MISSING, List.of("missing")));
      };
    }

    private static Line line(ChecklistEntry entry, Standing standing, List<String> defects) {
      return new Line(entry.id(), entry.name(), entry.articles(), standing, defects);
    }

    Line setsLine() {
      var enough = setsWaived() || papers.sets() >= pack.sets().count();
      return new Line(
          SETS,
          null,
          pack.sets().articles(),
          enough ? Standing.MET : Standing.DEFECTIVE,
          enough ? List.of() : List.of("too-few-sets"));
    }

    private List<String> defects(ChecklistEntry entry, DossierDocument document) {
      var defects = new ArrayList<String>();
      if (document.copyForm().compareTo(entry.form()) > 0) {
        defects.add(entry.form() == CopyForm.ORIGINAL ? "not-original" : "not-certified");
      }
      if (!translated(document)) {
        defects.add("translation-missing");
      }
      if (entry.mustBeValid()) {
        var until = document.validUntil();
        if (until == null && document.kind().alwaysStatesValidity()) {
          defects.add("validity-not-stated");
        } else if (until != null && until.isBefore(day)) {
          defects.add("expired");
        }
      }
      if (!setsWaived() && copies(document) < pack.sets().count()) {
        defects.add("too-few-copies");
      }
      return defects;
    }

    private boolean translated(DossierDocument document) {
      return document.language().equals(pack.translations().language())
          || acceptedTranslations().contains(document.translation());
    }

    /**
     * Copies of one paper that came in at several times add up, as far as each is translated as it
     * must be.
     */
    private long copies(DossierDocument document) {
      return papers.documents().stream()
          .filter(d -> d == document || samePaper(d, document) && translated(d))
          .mapToLong(DossierDocument::copies)
          .sum();
    }

    private static boolean samePaper(DossierDocument a, DossierDocument b) {
      return a.kind() == b.kind()
          && Objects.equals(a.number(), b.number())
          && Objects.equals(a.issuedOn(), b.issuedOn());
    }

    private Set<Translation> acceptedTranslations() {
      var accepted = EnumSet.noneOf(Translation.class);
      accepted.addAll(pack.translations().accepted());
      parameters
          .value(papers.filedWith(), pack.translations().alsoAccepted(), day)
          .map(Translation::valueOf)
          .ifPresent(accepted::add);
      return accepted;
    }

    /**
     * Only an online filing can stand for paper sets, and only where the deploying agency says so.
     */
    private boolean setsWaived() {
      return papers.channel() == FilingChannel.ONLINE
          && parameters
              .value(papers.filedWith(), pack.sets().waivedOnline(), day)
              .filter("YES"::equals)
              .isPresent();
    }
  }
}
