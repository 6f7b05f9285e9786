package io.vientro.query.answer;

import io.vientro.core.act.Act;
import io.vientro.core.act.ActDocument;
import io.vientro.core.value.Personal;
import org.jspecify.annotations.Nullable;

/**
 * How somebody acted.
 *
 * @param capacity in which capacity
 * @param onBehalfOf for whom, where it was somebody else; null also where that was erased
 * @param document with which paper, or null
 */
public record ActAnswer(
    Worded capacity, @Nullable Personal onBehalfOf, @Nullable ActDocument document) {
  static ActAnswer of(Act act) {
    return new ActAnswer(Worded.of(act.capacity()), act.onBehalfOf(), act.document());
  }
}
