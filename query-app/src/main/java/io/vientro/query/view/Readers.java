package io.vientro.query.view;

import io.vientro.core.dossier.Custody;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.DossierTransferred;
import io.vientro.core.dossier.Opinion;
import io.vientro.core.dossier.Participants;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Marks on a dossier that say who may read it; the rights table matches them, and lists are
 * filtered by them.
 *
 * <p>An agency that was asked for an opinion reads the whole dossier from the request on, since it
 * must know what it is asked about, and goes on reading it once it has answered. The decree does
 * not say that opinions are kept from other consultees, so they are not.
 */
public final class Readers {
  private Readers() {}

  /** The mark of what is addressed to administrators; no dossier carries it. */
  public static final String ADMINISTRATOR = "administrator";

  /** The mark of dossiers that an organisation applies with. */
  public static String applicant(String organisation) {
    return "applicant:" + organisation;
  }

  /** The mark of dossiers that an agency has to do with. */
  public static String agency(String agency) {
    return "agency:" + agency;
  }

  /**
   * The marks of a dossier that was filed, sorted.
   *
   * @throws NullPointerException if it was not
   */
  public static List<String> of(DossierState state) {
    return marks(agencies(state), state.filing().applicant());
  }

  /** The agencies that may read a dossier that was filed, each once, sorted. */
  public static List<String> agencies(DossierState state) {
    return agencies(
        state.parties(),
        state.custody(),
        state.appraisal().opinions().stream().map(Opinion::request).map(r -> r.agency()).toList(),
        state.life().transfers().stream().map(DossierTransferred::from).toList());
  }

  static List<String> marks(Collection<String> agencies, @Nullable String applicant) {
    var marks = new TreeSet<String>();
    agencies.forEach(a -> marks.add(agency(a)));
    if (applicant != null) {
      marks.add(applicant(applicant));
    }
    return List.copyOf(marks);
  }

  /**
   * @param consulted agencies that were asked for an opinion
   * @param former agencies that had the case until it was moved: they are asked where it went
   */
  static List<String> agencies(
      Participants parties,
      Custody custody,
      Collection<String> consulted,
      Collection<String> former) {
    var agencies = new TreeSet<>(parties.all());
    var classification = parties.classification();
    if (classification != null && classification.receiverAgency() != null) {
      agencies.add(classification.receiverAgency());
    }
    var pending = custody.pending();
    Stream.of(custody.holder(), pending == null ? null : pending.to())
        .filter(custodian -> custodian != null)
        .forEach(custodian -> agencies.add(custodian.agency()));
    agencies.addAll(consulted);
    agencies.addAll(former);
    return List.copyOf(agencies);
  }
}
