package io.vientro.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.app.StartRefusedException;
import io.vientro.store.documents.DocumentLimits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DocumentSettingsTest {
  private static DocumentLimits of(Map<String, Object> environment) {
    var all = new StandardEnvironment();
    all.getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment));
    return DocumentSettings.of(all);
  }

  @Test
  void unsetTheyAreThoseOfTheDocumentation() {
    var limits = of(Map.of());
    assertThat(limits.bytes()).isEqualTo(32L << 20);
    assertThat(limits.types().allows("application/pdf")).isTrue();
    assertThat(limits.types().allows("text/html")).isFalse();
  }

  @Test
  void aDeploymentMayChangeThem() {
    var limits =
        of(
            Map.of(
                "VIENTRO_MAX_DOCUMENT_BYTES", "1000",
                "VIENTRO_DOCUMENT_TYPES", "image/webp, Application/PDF"));
    assertThat(limits.bytes()).isEqualTo(1_000);
    assertThat(limits.types().allows("image/webp")).isTrue();
    assertThat(limits.types().allows("application/pdf")).isTrue();
    assertThat(limits.types().allows("image/png")).isFalse();
    assertThat(of(Map.of("VIENTRO_MAX_DOCUMENT_BYTES", "2MB")).bytes()).isEqualTo(2L << 20);
  }

  @ParameterizedTest
  @CsvSource({
    "VIENTRO_MAX_DOCUMENT_BYTES, 0",
    "VIENTRO_MAX_DOCUMENT_BYTES, -1",
    "VIENTRO_MAX_DOCUMENT_BYTES, much",
    "VIENTRO_DOCUMENT_TYPES, pdf",
    "VIENTRO_DOCUMENT_TYPES, ',application/pdf'",
  })
  void whatNoneOfThemCanBeIsRefusedByName(String name, String value) {
    assertThatThrownBy(() -> of(Map.of(name, value)))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining(name);
  }
}
