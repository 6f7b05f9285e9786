package io.vientro.query.answer;

import io.vientro.core.dossier.Status;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.ListKeys;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a list of dossiers is narrowed down to; all of it must match.
 *
 * @param state null for any
 * @param agency that may read it, since it has a hand in it or was asked for an opinion; null for
 *     any
 * @param provider words, or beginnings of words, in the name of the providing organisation; null
 *     for any
 * @param locality place of the registry; null for any
 * @param text words, or beginnings of words, in code, title, provider organisation or recipient;
 *     null for any
 */
public record ListFilter(
    @Nullable Status state,
    @Nullable String agency,
    @Nullable String provider,
    @Nullable String locality,
    @Nullable String text) {
  /** The same question gives the same text; for cursors. */
  String fingerprint() {
    return toString();
  }

  List<Bson> conditions(Sight sight) {
    return Conditions.of(sight)
        .with(state, ListKeys::state)
        .with(agency, ListKeys::agency)
        .with(locality, ListKeys::locality)
        .words(provider, ListKeys::provider)
        .words(text, ListKeys::word)
        .list();
  }
}
