package io.vientro.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.DomainEvent;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AidApproved;
import io.vientro.core.dossier.DecisionContent;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.core.dossier.DossierWithdrawn;
import io.vientro.core.log.LogMode;
import io.vientro.core.log.LogOpened;
import io.vientro.core.value.Personal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final EventCodec codec = new EventCodec(new InMemorySubjectKeys());

  static Stream<EventTypes.Entry> types() {
    return EventTypes.CURRENT.entries().stream();
  }

  @Test
  void every_event_of_core_has_a_stable_name() {
    var named = new TreeSet<String>();
    EventTypes.CURRENT.entries().forEach(e -> named.add(e.type().getName()));
    var events = new TreeSet<String>();
    SampleEvents.eventClasses().forEach(c -> events.add(c.getName()));
    assertThat(events).isNotEmpty();
    assertThat(named).isEqualTo(events);
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_event_reads_back_as_it_was_written(EventTypes.Entry type) {
    for (DomainEvent event :
        List.of(
            SampleEvents.full(type.type()),
            SampleEvents.complete(type.type()),
            SampleEvents.bare(type.type()))) {
      var written = codec.encode(Stored.AGGREGATE, event);
      assertThat(written.type()).isEqualTo(type.name());
      assertThat(codec.decode(List.of(Stored.of(written)))).containsExactly(event);
    }
  }

  /** A decision that there are none is not one that says nothing about them. */
  @Test
  void an_empty_list_is_not_one_that_was_left_out() {
    var sample = SampleEvents.full(AidApproved.class);
    var content =
        new DecisionContent(
            null, List.of(), null, null, null, List.of(), null, null, List.of(), null, null,
            List.of(), List.of(), List.of(), List.of(), null, null, null, null);
    var event =
        new AidApproved(
            sample.decidedOn(),
            sample.decidedBy(),
            null,
            false,
            content,
            sample.grounds(),
            sample.act());
    var written = codec.encode(Stored.AGGREGATE, event);
    assertThat(codec.decode(List.of(Stored.of(written)))).containsExactly(event);
  }

  /** The golden files are never changed; a new shape is a new revision with a new file. */
  @ParameterizedTest
  @MethodSource("types")
  void the_bytes_of_every_event_are_those_of_its_golden_file(EventTypes.Entry type)
      throws IOException {
    var fixed =
        new EventCodec(EventTypes.CURRENT, List.of(), new FixedKeys(), new Sealing(b -> {}));
    var event = SampleEvents.full(type.type());
    var written = fixed.encode(Stored.AGGREGATE, event).payload();
    var golden = GOLDEN.resolve(type.name() + "." + type.revision() + ".json");
    assertThat(golden).exists().hasContent(written);
    var old = Files.readString(golden, StandardCharsets.UTF_8).strip();
    var stored = Stored.of(Stored.AGGREGATE, type.name(), type.revision(), old);
    assertThat(fixed.decode(List.of(stored))).containsExactly(event);
  }

  @Test
  void there_is_a_golden_file_for_each_event_and_no_other() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              types().map(t -> t.name() + "." + t.revision() + ".json").toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "1000",
        "1000.00",
        "0.000000000001",
        "-3.10",
        "12345678901234567890.123456789"
      })
  void a_decimal_keeps_its_value_and_its_scale(String number) {
    var json = EventJson.mapper();
    var text = json.writeValueAsString(new UsdValue(new BigDecimal(number), null, null, null));
    assertThat(text).isEqualTo("{\"amount\":" + number + "}");
    assertThat(json.treeToValue(json.readTree(text), UsdValue.class).amount())
        .isEqualTo(new BigDecimal(number));
  }

  @Test
  void a_decimal_is_written_without_an_exponent() {
    var value = new UsdValue(new BigDecimal("1E+6"), null, null, null);
    assertThat(EventJson.mapper().writeValueAsString(value)).isEqualTo("{\"amount\":1000000}");
  }

  @Test
  void an_unknown_name_or_a_newer_revision_is_named_in_the_error() {
    assertThatThrownBy(() -> read("dossier.dreamt-of", 1, "{}"))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageContaining("dossier.dreamt-of/1");
    assertThatThrownBy(() -> read("log.opened", 2, "{}"))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageContaining("log.opened/2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"mode\":\"LIVE\"}",
        "{\"mode\":\"LIVE\",\"day\":null}",
        "{\"mode\":\"LIVE\",\"day\":\"2026-01-01\",\"more\":1}",
        "{\"mode\":\"LIVE\",\"mode\":\"LIVE\",\"day\":\"2026-01-01\"}",
        "{\"mode\":\"LIVE\",\"day\":\"2026-01-01\"} {}",
        "{\"mode\":1,\"day\":\"2026-01-01\"}",
        "{\"mode\":\"live\",\"day\":\"2026-01-01\"}",
        "{\"mode\":\"\",\"day\":\"2026-01-01\"}",
        "{\"mode\":\"LIVE\",\"day\":\"2026-02-31\"}",
        "{\"mode\":\"LIVE\",\"day\":20000}",
        "{\"mode\":\"LIVE\",\"day\":[2026,1,1]}",
        "{\"mode\":\"LIVE\",\"day\":\"2026-01-01T00:00:00Z\"}"
      })
  void what_writing_cannot_have_produced_is_refused(String text) {
    assertThatThrownBy(() -> read("log.opened", 1, text)).isInstanceOf(EventFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "7.0", "7.5", "true", "null", "99999999999"})
  void a_whole_number_is_nothing_but_a_whole_number(String number) {
    var pack = "{\"id\":\"p\",\"version\":" + number + ",\"sha256\":\"x\",\"text\":\"t\"}";
    assertThatThrownBy(() -> read("rule-pack.recorded", 1, pack))
        .isInstanceOf(EventFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "{}", "[\"t\"]"})
  void a_text_is_nothing_but_a_text(String text) {
    var pack = "{\"id\":\"p\",\"version\":1,\"sha256\":\"x\",\"text\":" + text + "}";
    assertThatThrownBy(() -> read("rule-pack.recorded", 1, pack))
        .isInstanceOf(EventFormatException.class);
  }

  @Test
  void an_old_log_reads_on_after_a_revision_is_raised() {
    var old = new LogOpened(LogMode.LIVE, LocalDate.of(2026, 1, 1));
    var written = codec.encode(LogOpened.AGGREGATE, old);
    var raised = new EventTypes(List.of(new EventTypes.Entry("log.opened", 3, Opened3.class)));
    var two = new Upcaster("log.opened", 1, o -> o.put("reason", "unknown"));
    var three =
        new Upcaster(
            "log.opened",
            2,
            o -> {
              o.set("openedOn", o.remove("day"));
              return o;
            });
    var newer =
        new EventCodec(raised, List.of(three, two), new InMemorySubjectKeys(), new Sealing());
    var today = new Opened3(LogMode.TRAINING, "drill", LocalDate.of(2027, 1, 1));
    assertThat(
            newer.decode(
                List.of(Stored.of(written), Stored.of(newer.encode(LogOpened.AGGREGATE, today)))))
        .containsExactly(new Opened3(LogMode.LIVE, "unknown", LocalDate.of(2026, 1, 1)), today);
  }

  @Test
  void an_upcaster_may_move_a_personal_value() {
    var event = SampleEvents.full(DossierWithdrawn.class);
    var keys = new InMemorySubjectKeys();
    var written = new EventCodec(keys).encode(Stored.AGGREGATE, event);
    var raised =
        new EventTypes(List.of(new EventTypes.Entry("dossier.withdrawn", 2, Withdrawn2.class)));
    var move =
        new Upcaster(
            "dossier.withdrawn",
            1,
            o -> {
              var moved = ((ObjectNode) o.get("act")).remove("onBehalfOf");
              return o.objectNode().set("by", moved);
            });
    var newer = new EventCodec(raised, List.of(move), keys, new Sealing());
    assertThat(newer.decode(List.of(Stored.of(written))))
        .containsExactly(new Withdrawn2(event.act().onBehalfOf()));
  }

  @Test
  void a_raised_revision_without_an_upcaster_does_not_start() {
    var raised = new EventTypes(List.of(new EventTypes.Entry("log.opened", 2, LogOpened.class)));
    assertThatThrownBy(
            () -> new EventCodec(raised, List.of(), new InMemorySubjectKeys(), new Sealing()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("log.opened");
  }

  @Test
  void metadata_reads_back_as_it_was_written() {
    var metadata =
        new EventMetadata(
            "lan",
            Role.RECEPTION_OFFICER,
            "dpi-tinh-mau",
            Capacity.ON_BEHALF,
            true,
            "submit-dossier",
            "c-1",
            "ab12",
            LocalDate.of(2026, 1, 2),
            LogMode.TRAINING);
    var text = codec.encode(metadata);
    assertThat(text)
        .isEqualTo(
            "{\"account\":\"lan\",\"role\":\"RECEPTION_OFFICER\",\"agency\":\"dpi-tinh-mau\","
                + "\"capacity\":\"ON_BEHALF\",\"onBehalf\":true,\"command\":\"submit-dossier\","
                + "\"commandId\":\"c-1\",\"requestDigest\":\"ab12\",\"effectiveOn\":\"2026-01-02\","
                + "\"logMode\":\"TRAINING\"}");
    assertThat(codec.metadata(text)).isEqualTo(metadata);
    assertThatThrownBy(() -> codec.metadata("{\"account\":\"lan\"}"))
        .isInstanceOf(EventFormatException.class);
  }

  @Test
  void a_list_is_read_and_written_with_one_question_for_keys() {
    var counting = new CountingKeys();
    var counted = new EventCodec(counting);
    var event = SampleEvents.full(DossierSubmitted.class);
    var written =
        counted.encode(
            List.of(new EventDraft("dossier-1", event), new EventDraft("dossier-2", event)));
    counted.decode(
        List.of(
            Stored.of("dossier-1", "dossier.submitted", 1, written.getFirst().payload()),
            Stored.of("dossier-2", "dossier.submitted", 1, written.getLast().payload())));
    assertThat(counting.obtained).isEqualTo(1);
    assertThat(counting.found).isEqualTo(1);
  }

  private void read(String type, int revision, String payload) {
    codec.decode(List.of(Stored.of(Stored.AGGREGATE, type, revision, payload)));
  }

  record Opened3(LogMode mode, String reason, LocalDate openedOn) implements DomainEvent {}

  record Withdrawn2(Personal by) implements DomainEvent {}

  private static final class FixedKeys implements SubjectKeys {
    @Override
    public Map<String, SubjectKey> obtain(Set<String> keyIds) {
      return find(keyIds);
    }

    @Override
    public Map<String, SubjectKey> find(Set<String> keyIds) {
      var keys = new java.util.HashMap<String, SubjectKey>();
      keyIds.forEach(id -> keys.put(id, new SubjectKey.Alive(new byte[SubjectKey.Alive.LENGTH])));
      return keys;
    }

    @Override
    public void destroy(String keyId) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class CountingKeys implements SubjectKeys {
    private final SubjectKeys keys = new InMemorySubjectKeys();
    private int obtained;
    private int found;

    @Override
    public Map<String, SubjectKey> obtain(Set<String> keyIds) {
      obtained++;
      return keys.obtain(keyIds);
    }

    @Override
    public Map<String, SubjectKey> find(Set<String> keyIds) {
      found++;
      return keys.find(keyIds);
    }

    @Override
    public void destroy(String keyId) {
      keys.destroy(keyId);
    }
  }
}
