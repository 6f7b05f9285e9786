package io.vientro.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.core.value.Personal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From the log into a read model and out again, with personal values sealed all the way. */
class LeavingSealedTest {
  private final InMemorySubjectKeys keys = new InMemorySubjectKeys();
  private final List<Set<String>> questions = new ArrayList<>();
  private final SubjectKeys asked =
      new SubjectKeys() {
        @Override
        public Map<String, SubjectKey> obtain(Set<String> keyIds) {
          return keys.obtain(keyIds);
        }

        @Override
        public Map<String, SubjectKey> find(Set<String> keyIds) {
          questions.add(keyIds);
          return keys.find(keyIds);
        }

        @Override
        public void destroy(String keyId) {
          keys.destroy(keyId);
        }
      };
  private final EventCodec codec = new EventCodec(asked);
  private final ViewJson json = new ViewJson();
  private final DossierSubmitted event = SampleEvents.full(DossierSubmitted.class);

  private DossierSubmitted sealed() {
    var stored = Stored.of(codec.encode(Stored.AGGREGATE, event));
    return (DossierSubmitted) codec.leavingSealed().decode(List.of(stored)).getFirst();
  }

  private static String contact(DossierSubmitted submitted) {
    var name = Objects.requireNonNull(submitted.aid().aidOwner().contactName());
    return Objects.requireNonNull(name.value());
  }

  @ParameterizedTest
  @MethodSource("io.vientro.store.EventCodecTest#types")
  void every_event_goes_into_a_tree_and_back_and_no_key_is_asked_for(EventTypes.Entry type) {
    var stored = Stored.of(codec.encode(Stored.AGGREGATE, SampleEvents.full(type.type())));
    var read = codec.leavingSealed().decode(List.of(stored)).getFirst();
    var tree = json.tree(read);
    assertThat(tree.toString()).doesNotContain(SampleEvents.SECRET);
    assertThat(json.read(tree, type.type())).isEqualTo(read);
    assertThat(questions).isEmpty();
  }

  @Test
  void what_was_left_sealed_is_opened_with_one_question() {
    var texts = new HashSet<String>();
    collect(json.tree(sealed()), texts);
    assertThat(texts).hasSize(8).allMatch(SealedText::is);

    var opened = new Unsealer(asked).open(texts);
    assertThat(opened).hasSize(8);
    assertThat(opened.get(contact(sealedAsIn(texts))))
        .isEqualTo(event.aid().aidOwner().contactName());
    assertThat(questions).hasSize(1);
  }

  /** The event whose sealed texts these are: sealing again gives other texts. */
  private DossierSubmitted sealedAsIn(Set<String> texts) {
    var tree = json.tree(sealed());
    var contact = texts.stream().filter(t -> t.contains("|/aid/aidOwner/contactName|")).findFirst();
    ((ObjectNode) tree.path("aid").path("aidOwner")).put("contactName", contact.orElseThrow());
    return json.read(tree, DossierSubmitted.class);
  }

  private static void collect(JsonNode node, Set<String> texts) {
    if (node.isString() && SealedText.is(node.stringValue())) {
      texts.add(node.stringValue());
    }
    node.forEach(inner -> collect(inner, texts));
  }

  @Test
  void a_destroyed_key_opens_nothing_any_more() {
    var text = contact(sealed());
    keys.destroy(Stored.AGGREGATE + "/contact");
    assertThat(new Unsealer(asked).open(Set.of(text, SealedText.ERASED)).values())
        .containsOnly(Personal.ERASED);
  }

  @Test
  void an_altered_or_moved_text_is_an_error_and_no_value() {
    var text = contact(sealed());
    var unsealer = new Unsealer(asked);
    for (var bad :
        List.of(
            text.replace("contactName", "contactPhone"),
            text.replace("dossier.submitted", "dossier.supplemented"),
            text.replace(Stored.AGGREGATE + "/contact", Stored.AGGREGATE + "/provider"),
            text.substring(0, text.length() - 4) + "AAAA",
            "sealed:",
            "sealed:a|b|c")) {
      assertThatThrownBy(() -> unsealer.open(Set.of(bad))).isInstanceOf(SealingException.class);
    }
  }

  @Test
  void an_open_value_never_gets_into_a_read_model() {
    assertThatThrownBy(() -> json.tree(event)).hasMessageContaining("sealed");
  }

  @Test
  void a_codec_that_leaves_sealed_does_not_write() {
    assertThatThrownBy(() -> codec.leavingSealed().encode(Stored.AGGREGATE, event))
        .isInstanceOf(IllegalStateException.class);
  }
}
