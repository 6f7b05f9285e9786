package io.vientro.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.DomainEvent;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.core.dossier.DossierWithdrawn;
import io.vientro.core.value.Personal;
import io.vientro.log.StoredEvent;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealingTest {
  private static final Pattern SEALED = Pattern.compile("\"sealed\":\"([^\"]+)\"");

  private final SubjectKeys keys = new InMemorySubjectKeys();
  private final EventCodec codec = new EventCodec(keys);
  private final DossierWithdrawn event = SampleEvents.full(DossierWithdrawn.class);

  private static final Pattern SIGNATORY_KEY =
      Pattern.compile("\"key\":\"(dossier-1/signatory-[0-9a-f]+)\"");

  @ParameterizedTest
  @MethodSource("io.vientro.store.EventCodecTest#types")
  void no_personal_value_stands_in_the_stored_bytes(EventTypes.Entry type) {
    var text = codec.encode(Stored.AGGREGATE, SampleEvents.full(type.type())).payload();
    assertThat(text).doesNotContain(SampleEvents.SECRET);
    assertThat(new String(decodeAll(text), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain(SampleEvents.SECRET);
  }

  @Test
  void the_samples_hold_what_must_be_sealed() {
    var text = codec.encode(Stored.AGGREGATE, SampleEvents.full(DossierSubmitted.class)).payload();
    assertThat(SEALED.matcher(text).results().count()).isEqualTo(8);
    assertThat(text)
        .contains("\"key\":\"dossier-1/provider\"", "\"key\":\"dossier-1/contact\"")
        .containsPattern("\"key\":\"dossier-1/signatory-[0-9a-f]{16}\"")
        .containsPattern("\"key\":\"dossier-1/represented-[0-9a-f]{16}\"");
  }

  @Test
  void a_destroyed_key_erases_what_it_sealed_and_nothing_else() {
    var stored = Stored.of(codec.encode(Stored.AGGREGATE, event));
    keys.destroy(signatoryKey(stored));
    var read = (DossierWithdrawn) codec.decode(List.of(stored)).getFirst();
    assertThat(Objects.requireNonNull(read.act().document()).signatory())
        .isEqualTo(Personal.ERASED);
    assertThat(read.act().onBehalfOf()).isEqualTo(event.act().onBehalfOf());
    assertThat(read.reason()).isEqualTo(event.reason());
  }

  @Test
  void two_signatories_of_one_dossier_are_erased_apart() {
    var first = Stored.of(codec.encode(Stored.AGGREGATE, event));
    var second = Stored.of(codec.encode(Stored.AGGREGATE, event));
    keys.destroy(signatoryKey(first));
    var read = codec.decode(List.of(first, second));
    assertThat(signatory(read.getFirst())).isEqualTo(Personal.ERASED);
    assertThat(signatory(read.getLast())).isEqualTo(signatory(event));
  }

  @Test
  void a_destroyed_key_is_never_created_again() {
    var submitted = SampleEvents.full(DossierSubmitted.class);
    codec.encode(Stored.AGGREGATE, submitted);
    keys.destroy("dossier-1/provider");
    assertThatThrownBy(() -> codec.encode(Stored.AGGREGATE, submitted))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("dossier-1/provider");
    assertThat(keys.find(Set.of("dossier-1/provider"))).containsValue(new SubjectKey.Destroyed());
  }

  @Test
  void an_erased_value_can_be_written_again_and_stays_erased() {
    var stored = Stored.of(codec.encode(Stored.AGGREGATE, event));
    keys.destroy(signatoryKey(stored));
    var erased = codec.decode(List.of(stored)).getFirst();
    var again = codec.encode(Stored.AGGREGATE, erased);
    assertThat(again.payload()).contains("\"signatory\":{\"erased\":true}");
    assertThat(codec.decode(List.of(Stored.of(again)))).containsExactly(erased);
  }

  @Test
  void a_missing_key_is_an_error_and_not_an_erasure() {
    var stored = Stored.of(codec.encode(Stored.AGGREGATE, event));
    var elsewhere = new EventCodec(new InMemorySubjectKeys());
    assertThatThrownBy(() -> elsewhere.decode(List.of(stored)))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void a_tampered_value_is_an_error() {
    var text = codec.encode(Stored.AGGREGATE, event).payload();
    var matcher = SEALED.matcher(text);
    assertThat(matcher.find()).isTrue();
    var bytes = Base64.getDecoder().decode(matcher.group(1));
    for (int i : new int[] {0, 12, bytes.length - 1}) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      refuses(text.replace(matcher.group(1), Base64.getEncoder().encodeToString(changed)));
    }
    refuses(text.replace(matcher.group(1), "AAAA"));
    refuses(text.replace(matcher.group(1), "not base64!"));
  }

  @Test
  void a_sealed_value_cannot_be_moved_to_another_field() {
    var text = codec.encode(Stored.AGGREGATE, SampleEvents.full(DossierSubmitted.class)).payload();
    var sealed =
        Pattern.compile("\"contact(Name|Phone)\":(\\{[^}]+})").matcher(text).results().toList();
    assertThat(sealed).hasSize(2);
    var name = sealed.getFirst().group(2);
    var phone = sealed.getLast().group(2);
    var swapped = text.replace(name, "@").replace(phone, name).replace("@", phone);
    assertThatThrownBy(() -> codec.decode(List.of(of("dossier.submitted", swapped))))
        .isInstanceOf(SealingException.class);
  }

  @Test
  void a_sealed_value_cannot_be_moved_to_another_aggregate() {
    var text = codec.encode("dossier-2", event).payload();
    refuses(text);
  }

  @Test
  void a_personal_value_in_the_clear_is_refused() {
    var text = codec.encode(Stored.AGGREGATE, event).payload();
    var clear = text.replaceFirst("\\{\"sealed\":[^}]+}", "\"in the clear\"");
    assertThat(clear).isNotEqualTo(text);
    assertThatThrownBy(() -> codec.decode(List.of(of("dossier.withdrawn", clear))))
        .isInstanceOf(EventFormatException.class);
  }

  @Test
  void the_same_value_is_sealed_differently_each_time() {
    assertThat(codec.encode(Stored.AGGREGATE, event))
        .isNotEqualTo(codec.encode(Stored.AGGREGATE, event));
  }

  @Test
  void a_personal_value_that_names_no_subject_cannot_be_written() {
    var types = new EventTypes(List.of(new EventTypes.Entry("x", 1, Nameless.class)));
    var careless = new EventCodec(types, List.of(), keys, new Sealing());
    assertThatThrownBy(() -> careless.encode("x-1", new Nameless(Personal.of("someone"))))
        .hasMessageContaining("without a subject")
        .hasMessageNotContaining("someone");
  }

  record Nameless(Personal name) implements DomainEvent {}

  private void refuses(String text) {
    assertThatThrownBy(() -> codec.decode(List.of(of("dossier.withdrawn", text))))
        .isInstanceOf(SealingException.class)
        .hasMessageNotContaining(SampleEvents.SECRET);
  }

  private static io.vientro.log.StoredEvent of(String type, String text) {
    return Stored.of(Stored.AGGREGATE, type, 1, text);
  }

  private static byte[] decodeAll(String text) {
    var all = new java.io.ByteArrayOutputStream();
    SEALED
        .matcher(text)
        .results()
        .forEach(r -> all.writeBytes(Base64.getDecoder().decode(r.group(1))));
    return all.toByteArray();
  }

  private static String signatoryKey(StoredEvent stored) {
    var matcher = SIGNATORY_KEY.matcher(stored.event().payload());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static @Nullable Personal signatory(DomainEvent event) {
    return Objects.requireNonNull(((DossierWithdrawn) event).act().document()).signatory();
  }
}
