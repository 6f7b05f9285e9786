package io.vientro.query.answer;

import com.mongodb.client.model.Filters;
import io.vientro.query.rights.Sight;
import io.vientro.query.view.Folding;
import io.vientro.query.view.ListKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Gathers what must hold of the keys of a line; rights are one of it, so that pages stay whole. */
final class Conditions {
  private static final String KEYS = "keys";

  private final List<Bson> all = new ArrayList<>();

  /** Only what may be read. */
  static Conditions of(Sight sight) {
    return sight instanceof Sight.Marked(var reader)
        ? of(ListKeys.reader(reader))
        : new Conditions();
  }

  /** Only what has this key. */
  static Conditions of(String key) {
    return new Conditions().and(key(key));
  }

  static Bson key(String key) {
    return Filters.eq(KEYS, key);
  }

  Conditions and(Bson condition) {
    all.add(condition);
    return this;
  }

  /** Nothing to ask where there is no value. */
  <T> Conditions with(@Nullable T value, Function<T, String> key) {
    return value == null ? this : and(key(key.apply(value)));
  }

  /** Every word of the text, or a beginning of one, must be among the keys. */
  Conditions words(@Nullable String text, UnaryOperator<String> key) {
    if (text != null) {
      // Folded words hold letters and digits only: nothing in them is read as an expression.
      Folding.words(text).forEach(word -> all.add(Filters.regex(KEYS, "^" + key.apply(word))));
    }
    return this;
  }

  List<Bson> list() {
    return List.copyOf(all);
  }
}
