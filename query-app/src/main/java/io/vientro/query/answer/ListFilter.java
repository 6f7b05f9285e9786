package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.core.dossier.Status;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.Folding;
import io.vientro.query.view.ListKeys;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a list of dossiers is narrowed down to; all of it must match.
 *
 * @param state null for any
 * @param agency that it was filed with, is received by or is managed by; null for any
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
  private static final String KEYS = "keys";

  /** The same question gives the same text; for cursors. */
  String fingerprint() {
    return toString();
  }

  /** Conditions on the keys of a line; rights are one of them, so that pages stay whole. */
  List<Bson> conditions(Sight sight) {
    var conditions = new ArrayList<Bson>();
    if (sight instanceof Sight.Marked(var reader)) {
      conditions.add(Filters.eq(KEYS, ListKeys.reader(reader)));
    }
    if (state != null) {
      conditions.add(Filters.eq(KEYS, ListKeys.state(state)));
    }
    if (agency != null) {
      conditions.add(Filters.eq(KEYS, ListKeys.agency(agency)));
    }
    if (locality != null) {
      conditions.add(Filters.eq(KEYS, ListKeys.locality(locality)));
    }
    if (provider != null) {
      Folding.words(provider).forEach(word -> conditions.add(prefix(ListKeys.provider(word))));
    }
    if (text != null) {
      Folding.words(text).forEach(word -> conditions.add(prefix(ListKeys.word(word))));
    }
    return conditions;
  }

  /** Folded words hold letters and digits only, so nothing in them is read as an expression. */
  private static Bson prefix(String key) {
    return Filters.regex(KEYS, "^" + key);
  }
}
