package io.vientro.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.log.LogMode;
import io.vientro.rulepacks.PackSelection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsTest {
  private static Settings of(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    return Settings.of(environment);
  }

  @Test
  void everySettingHasItsEnvironmentVariable() {
    var settings =
        of(
            Map.of(
                "VIENTRO_MONGO_URI", "mongodb://example.invalid/",
                "VIENTRO_DATABASE", "tinh_mau",
                "VIENTRO_LOG_MODE", "TRAINING",
                "VIENTRO_SOLE_PROCESS", "true",
                "VIENTRO_LOG_MAX_QUEUED_COMMITS", "7",
                "VIENTRO_RULE_PACK", "BY_FILING_DATE"));
    assertThat(settings.mongoUri()).isEqualTo("mongodb://example.invalid/");
    assertThat(settings.database()).isEqualTo("tinh_mau");
    assertThat(settings.logMode()).isEqualTo(LogMode.TRAINING);
    assertThat(settings.soleProcess()).isTrue();
    assertThat(settings.maxQueuedCommits()).isEqualTo(7);
    assertThat(settings.packSelection()).isEqualTo(PackSelection.byFilingDate());
  }

  @Test
  void onlyTheStoreIsOwed() {
    var settings = of(Map.of("VIENTRO_MONGO_URI", "mongodb://example.invalid/"));
    assertThat(settings.logMode()).isEqualTo(LogMode.LIVE);
    assertThat(settings.soleProcess()).isFalse();
    assertThat(settings.packSelection()).isEqualTo(PackSelection.pinned("nd80-2020"));
    assertThatThrownBy(() -> of(Map.of()))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("VIENTRO_MONGO_URI");
  }

  @Test
  void aModeThatIsNoneIsRefused() {
    assertThatThrownBy(
            () ->
                of(
                    Map.of(
                        "VIENTRO_MONGO_URI", "mongodb://example.invalid/",
                        "VIENTRO_LOG_MODE", "live")))
        .isInstanceOf(StartRefusedException.class)
        .hasMessage("VIENTRO_LOG_MODE is TRAINING or LIVE, not live");
  }
}
