package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.AidOwner;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of an aid with one of them changed. */
final class Facts {
  private Facts() {}

  /** Whether anything differs that an approval decision states (Art. 11.1). */
  static boolean statedDiffers(AidFacts a, AidFacts b) {
    return !stated(a).equals(stated(b));
  }

  private static List<Object> stated(AidFacts aid) {
    return Stream.<@Nullable Object>of(
            aid.title(),
            aid.managingAgencies(),
            aid.aidOwner().name(),
            aid.provider(),
            aid.coProviders(),
            aid.goods(),
            aid.period(),
            aid.localities(),
            aid.grant(),
            aid.counterpart())
        .map(Optional::ofNullable)
        .<Object>map(o -> o)
        .toList();
  }

  static AidFacts titled(AidFacts aid, String title) {
    return with(
        aid, title, aid.provider(), aid.recipient(), aid.aidOwner(), aid.managingAgencies());
  }

  static AidFacts providerNamed(AidFacts aid, String name) {
    var p = aid.provider();
    return with(
        aid,
        aid.title(),
        new Provider(
            p.papers(), p.providerClass(), name, p.individual(), p.country(), p.registration()),
        aid.recipient(),
        aid.aidOwner(),
        aid.managingAgencies());
  }

  static AidFacts recipientNamed(AidFacts aid, String name) {
    var r = aid.recipient();
    return with(
        aid,
        aid.title(),
        aid.provider(),
        new Recipient(name, r.kind(), r.founder(), r.foundingDocument()),
        aid.aidOwner(),
        aid.managingAgencies());
  }

  static AidFacts ownerNamed(AidFacts aid, String name) {
    var o = aid.aidOwner();
    return with(
        aid,
        aid.title(),
        aid.provider(),
        aid.recipient(),
        new AidOwner(name, o.contactName(), o.contactPhone(), o.contactEmail()),
        aid.managingAgencies());
  }

  /** Where one agency is a managing agency, the other takes its place. */
  static AidFacts managedBy(AidFacts aid, String from, String to) {
    return with(
        aid,
        aid.title(),
        aid.provider(),
        aid.recipient(),
        aid.aidOwner(),
        aid.managingAgencies().stream().map(a -> a.equals(from) ? to : a).distinct().toList());
  }

  private static AidFacts with(
      AidFacts aid,
      String title,
      Provider provider,
      Recipient recipient,
      AidOwner owner,
      List<String> managingAgencies) {
    return new AidFacts(
        title,
        aid.modality(),
        aid.experts(),
        aid.purpose(),
        provider,
        aid.channel(),
        aid.coProviders(),
        recipient,
        owner,
        managingAgencies,
        aid.grant(),
        aid.counterpart(),
        aid.sector(),
        aid.localities(),
        aid.goods(),
        aid.period(),
        aid.subjects(),
        aid.assumed(),
        aid.scope());
  }
}
