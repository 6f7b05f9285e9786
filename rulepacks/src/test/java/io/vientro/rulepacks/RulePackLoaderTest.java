package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulePackLoaderTest {
  @Test
  void the_shipped_pack_loads() {
    var pack = RulePackLoader.parse(CheckedFile.resource("nd80-2020.yaml"), "nd80-2020.yaml");
    assertThat(pack.id()).isEqualTo("nd80-2020");
    assertThat(pack.checklist()).hasSize(15);
  }
}
