package io.vientro.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vientro.core.calendar.CalendarCommand;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.rules.RecordRulePack;
import io.vientro.core.rules.RulePackCommand;
import io.vientro.core.value.Personal;
import io.vientro.http.problem.BadRequestException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  private final StrictJson json = new StrictJson();

  record Tree(String name, List<Tree> children, @Nullable Tree twin) {}

  record Price(double amount) {}

  record Holder(Map<String, Price> prices) {}

  record Meeting(LocalDateTime at) {}

  record Box<T>(T content) {}

  record Checked(int low, int high) {
    Checked {
      if (low > high) {
        throw new IllegalArgumentException("low is above high");
      }
    }
  }

  record Clumsy(String text) {
    Clumsy {
      text = text.substring(5);
    }
  }

  record View(BigDecimal amount, LocalDate day, @Nullable String note, Checked range) {
    boolean isWide() {
      return true;
    }

    int getWidth() {
      return range.high() - range.low();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aRecordMayHoldItself() {
    var tree =
        json.bind(
            bytes("{\"name\": \"a\", \"children\": [{\"name\": \"b\", \"children\": []}]}"),
            Tree.class);
    assertThat(tree).isEqualTo(new Tree("a", List.of(new Tree("b", List.of(), null)), null));
  }

  @Test
  void typesThatCannotComeFromJsonAreNamedAtStart() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> json.requireBindable(Holder.class))
        .withMessageContaining("Price.amount cannot come from JSON: double");
    // Asked again it is still refused: half a shape must not be left behind.
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> json.requireBindable(Holder.class));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> json.requireBindable(Meeting.class));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> json.requireBindable(Box.class));
    json.requireBindable(Tree.class);
  }

  static Stream<Class<?>> commands() {
    return Stream.of(DossierCommand.class, CalendarCommand.class, RulePackCommand.class)
        .flatMap(StrictJsonTest::records);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandOfTheCoreCanComeFromJson(Class<?> command) {
    var person = new TextValue<>(Personal.class, Personal::of, Personal::value);
    new StrictJson(JsonLimits.DEFAULT, List.of(person), List.of()).requireBindable(command);
    // And an empty body names what it lacks, whatever the command's constructor does.
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> json.bind(bytes("{}"), command))
        .satisfies(
            thrown ->
                assertThat(thrown.errors())
                    .isNotEmpty()
                    .allSatisfy(error -> assertThat(error.code()).isEqualTo("missing-field")));
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isInterface()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StrictJsonTest::records)
        : Stream.of(type);
  }

  @Test
  void aTextThatMayBeLongerIsNamed() {
    var long25 = "{\"version\": 1, \"text\": \"" + "a\\n".repeat(12_500) + "\"}";
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> json.bind(bytes(long25), RecordRulePack.class));
    var limit = new TextLimit(RecordRulePack.class, "text", 25_000);
    var longer = new StrictJson(JsonLimits.DEFAULT, List.of(), List.of(limit));
    assertThat(longer.bind(bytes(long25), RecordRulePack.class).text()).hasSize(25_000);
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> longer.bind(bytes(long25.replace("\"a", "\"aa")), RecordRulePack.class));
  }

  @Test
  void anErasedPersonIsWrittenAsNothing() {
    var person = new TextValue<>(Personal.class, Personal::of, Personal::value);
    var mapper = new StrictJson(JsonLimits.DEFAULT, List.of(person), List.of()).mapper();
    assertThat(mapper.writeValueAsString(List.of(Personal.of("Lan"), Personal.ERASED)))
        .isEqualTo("[\"Lan\",null]");
  }

  @Test
  void aConstructorsOwnWordsAreToldButNotThoseOfTheJdk() {
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> json.bind(bytes("{\"low\": 2, \"high\": 1}"), Checked.class))
        .satisfies(
            thrown ->
                assertThat(thrown.errors().getFirst().messages().en())
                    .isEqualTo("this value is not allowed: low is above high"));
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> json.bind(bytes("{\"text\": \"abc\"}"), Clumsy.class))
        .satisfies(
            thrown ->
                assertThat(thrown.errors().getFirst().messages().en())
                    .isEqualTo("this value is not allowed"));
  }

  @Test
  void theCanonicalSpellingSortsFieldsAndKeepsNumbersAsWritten() {
    var body = bytes("{\"twin\":null , \"name\":\"\\u0061\\\"\\n\\/\\u1ec7\", \"children\" : [ ]}");
    assertThat(new String(json.bound(body, Tree.class).canonical(), StandardCharsets.UTF_8))
        .isEqualTo("{\"children\":[],\"name\":\"a\\\"\\u000a/ệ\",\"twin\":null}");
  }

  @Test
  void answersAreTheRecordsComponentsInPlainSpelling() {
    var view =
        new View(new BigDecimal("1E+12"), LocalDate.of(2026, 2, 28), null, new Checked(1, 2));
    assertThat(json.mapper().writeValueAsString(view))
        .isEqualTo(
            "{\"amount\":1000000000000,\"day\":\"2026-02-28\",\"range\":{\"low\":1,\"high\":2}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"low\": 1, \"high\": 2, \"more\": 3}",
        "{\"low\": 1, \"low\": 1, \"high\": 2}",
        "{\"low\": \"1\", \"high\": 2}",
        "{\"low\": 1.7, \"high\": 2}",
        "{\"low\": null, \"high\": 2}",
        "{\"low\": true, \"high\": 2}",
        "{\"low\": \"\", \"high\": 2}",
        "{\"low\": 1, \"high\": 2} x",
      })
  void whoeverReadsWithTheMapperReadsStrictlyToo(String body) {
    assertThatExceptionOfType(tools.jackson.core.JacksonException.class)
        .isThrownBy(() -> json.mapper().readValue(body, Checked.class));
  }
}
