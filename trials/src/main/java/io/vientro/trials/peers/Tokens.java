package io.vientro.trials.peers;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How the peers' token stores write their tokens: as JSON. */
final class Tokens {
  private Tokens() {}

  /** With Axon's token types allowed: without that, tokens cannot be read back. */
  static Serializer serializer() {
    var allowed =
        BasicPolymorphicTypeValidator.builder()
            .allowIfBaseType(Object.class)
            .allowIfSubType("org.axonframework.")
            .allowIfSubType("java.")
            .build();
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(allowed))
        .build();
  }
}
