package io.vientro.rulepacks;

import java.time.LocalDate;
import java.util.Optional;

/** Which pack a dossier is given when it is filed. */
public sealed interface PackSelection {

  /**
   * Always the same pack, also for dossiers filed outside the days on which its decree was in
   * force.
   */
  record Pinned(String id) implements PackSelection {}

  /** The pack of the decree in force on the day of filing. */
  record ByFilingDate() implements PackSelection {}

  static PackSelection pinned(String id) {
    return new Pinned(id);
  }

  static PackSelection byFilingDate() {
    return new ByFilingDate();
  }

  /** What a selection yields. */
  sealed interface Answer {}

  /**
   * A pack.
   *
   * @param pack the highest shipped version
   * @param outOfForce whether the day of filing lies outside the pack's period
   */
  record Selected(BuiltInPack pack, boolean outOfForce) implements Answer {}

  /**
   * A decree is known, but this build does not hold its content; nothing is guessed from its
   * predecessor.
   */
  record NoContent(KnownDecree decree) implements Answer {}

  /** No decree is known: under that id, or on that day. */
  record Unknown(String what) implements Answer {}

  /**
   * The id of the pack to give, whether or not it has content; empty if no decree is known on that
   * day.
   *
   * @param filedOn day of filing in Asia/Ho_Chi_Minh
   */
  default Optional<String> packId(BuiltInPacks packs, LocalDate filedOn) {
    return switch (this) {
      case Pinned(var id) -> Optional.of(id);
      case ByFilingDate() -> packs.inForceOn(filedOn).map(KnownDecree::id);
    };
  }

  /**
   * Selects.
   *
   * @param filedOn day of filing in Asia/Ho_Chi_Minh
   */
  default Answer select(BuiltInPacks packs, LocalDate filedOn) {
    var decree = packId(packs, filedOn).flatMap(packs::decree);
    if (decree.isEmpty()) {
      return new Unknown(this instanceof Pinned(var id) ? id : filedOn.toString());
    }
    var known = decree.get();
    return packs
        .latest(known.id())
        .<Answer>map(pack -> new Selected(pack, !known.inForceOn(filedOn)))
        .orElse(new NoContent(known));
  }
}
