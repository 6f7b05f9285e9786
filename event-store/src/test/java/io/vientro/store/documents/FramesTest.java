package io.vientro.store.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.store.SubjectKey;
import io.vientro.store.documents.DocumentException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  private static final int HEADER = 4 + Frames.SALT_BYTES;
  private static final int FRAME = Frames.PLAIN_BYTES + Frames.TAG_BYTES;
  private static final SubjectKey.Alive KEY = key(1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void what_was_sealed_opens_and_has_the_length_that_was_foretold(int size) throws IOException {
    var plain = content(size);
    var sealed = seal(plain);
    assertThat(sealed).hasSize((int) Frames.sealedLength(size));
    assertThat(open(sealed, KEY, "d-1/document-1", "document-1")).isEqualTo(plain);
  }

  @Test
  void the_same_content_is_never_sealed_the_same_way() throws IOException {
    assertThat(seal(content(100))).isNotEqualTo(seal(content(100)));
  }

  @Test
  void a_flipped_bit_is_found_wherever_it_is() throws IOException {
    var sealed = seal(content(150_000));
    for (var at = 0; at < sealed.length; at += 9_973) {
      var flipped = sealed.clone();
      flipped[at] ^= 1;
      damaged(() -> open(flipped));
    }
  }

  @Test
  void a_file_cut_off_between_two_frames_is_found() throws IOException {
    var sealed = seal(content(3 * Frames.PLAIN_BYTES));
    for (var frames = 0; frames < 3; frames++) {
      var cut = Arrays.copyOf(sealed, HEADER + frames * FRAME);
      damaged(() -> open(cut));
    }
  }

  @Test
  void a_file_cut_off_anywhere_is_found() throws IOException {
    var sealed = seal(content(70_000));
    for (var length : new int[] {0, 3, 4, 20, HEADER, HEADER + 5, HEADER + FRAME + 5}) {
      var cut = Arrays.copyOf(sealed, length);
      damaged(() -> open(cut));
    }
  }

  @Test
  void frames_that_were_swapped_or_left_out_or_repeated_are_found() throws IOException {
    var sealed = seal(content(3 * Frames.PLAIN_BYTES + 10));
    damaged(() -> open(of(sealed, 1, 0, 2, 3)));
    damaged(() -> open(of(sealed, 0, 2, 3)));
    damaged(() -> open(of(sealed, 0, 0, 1, 2, 3)));
    damaged(() -> open(of(sealed, 3)));
  }

  @Test
  void something_after_the_last_frame_is_found() throws IOException {
    var sealed = seal(content(Frames.PLAIN_BYTES));
    damaged(() -> open(Arrays.copyOf(sealed, sealed.length + 1)));
    var small = seal(content(10));
    damaged(() -> open(Arrays.copyOf(small, small.length + 1)));
  }

  @Test
  void no_byte_of_an_altered_frame_is_given_out() throws IOException {
    var sealed = seal(content(2 * Frames.PLAIN_BYTES));
    sealed[HEADER + FRAME + 100] ^= 1;
    try (var in =
        new FrameReader(new ByteArrayInputStream(sealed), KEY, "d-1/document-1", "document-1")) {
      assertThat(in.readNBytes(Frames.PLAIN_BYTES))
          .isEqualTo(Arrays.copyOf(content(2 * Frames.PLAIN_BYTES), Frames.PLAIN_BYTES));
      damaged(in::read);
    }
  }

  @Test
  void it_opens_with_its_own_key_as_its_own_document_alone() throws IOException {
    var sealed = seal(content(10));
    damaged(() -> open(sealed, key(2), "d-1/document-1", "document-1"));
    damaged(() -> open(sealed, KEY, "d-1/provider", "document-1"));
    damaged(() -> open(sealed, KEY, "d-1/document-1", "document-2"));
  }

  private static void damaged(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
  }

  private static byte[] of(byte[] sealed, int... frames) {
    var out = new ByteArrayOutputStream();
    out.write(sealed, 0, HEADER);
    for (var frame : frames) {
      var from = HEADER + frame * FRAME;
      out.write(sealed, from, Math.min(FRAME, sealed.length - from));
    }
    return out.toByteArray();
  }

  private static byte[] seal(byte[] plain) throws IOException {
    var salt = new byte[Frames.SALT_BYTES];
    new Random().nextBytes(salt);
    var out = new ByteArrayOutputStream();
    try (var writer = new FrameWriter(out, KEY, "d-1/document-1", "document-1", salt)) {
      // In pieces that do not fit the frames.
      for (var at = 0; at < plain.length; at += 10_007) {
        writer.write(plain, at, Math.min(10_007, plain.length - at));
      }
    }
    return out.toByteArray();
  }

  private static byte[] open(byte[] sealed) throws IOException {
    return open(sealed, KEY, "d-1/document-1", "document-1");
  }

  private static byte[] open(byte[] sealed, SubjectKey.Alive key, String keyId, String document)
      throws IOException {
    try (var in = new FrameReader(new ByteArrayInputStream(sealed), key, keyId, document)) {
      return in.readAllBytes();
    }
  }

  private static byte[] content(int size) {
    var bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static SubjectKey.Alive key(int seed) {
    var secret = new byte[SubjectKey.Alive.LENGTH];
    new Random(seed).nextBytes(secret);
    return new SubjectKey.Alive(secret);
  }
}
