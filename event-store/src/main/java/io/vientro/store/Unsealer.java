package io.vientro.store;

import io.vientro.core.value.Personal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens sealed texts of read models at the moment somebody who may looks at them. Thread-safe. */
public final class Unsealer {
  private final SubjectKeys keys;
  private final Sealing sealing = new Sealing();

  public Unsealer(SubjectKeys keys) {
    this.keys = keys;
  }

  /**
   * Opens them all, with one question for their keys.
   *
   * @return the value of each text; {@link Personal#ERASED} where the key was destroyed
   * @throws SealingException if one was altered, or its key is missing without ever having been
   *     destroyed
   */
  public Map<String, Personal> open(Collection<String> sealedTexts) {
    var opened = new HashMap<String, Personal>();
    var parts = new HashMap<String, SealedText.Parts>();
    for (var text : sealedTexts) {
      if (text.equals(SealedText.ERASED)) {
        opened.put(text, Personal.ERASED);
      } else {
        parts.put(text, SealedText.parts(text));
      }
    }
    if (parts.isEmpty()) {
      return opened;
    }
    var found =
        keys.find(parts.values().stream().map(p -> p.place().keyId()).collect(Collectors.toSet()));
    parts.forEach(
        (text, part) ->
            opened.put(
                text,
                sealing.unseal(part.base64(), found.get(part.place().keyId()), part.place())));
    return opened;
  }
}
