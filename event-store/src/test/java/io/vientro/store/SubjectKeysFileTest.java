package io.vientro.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vientro.core.value.Personal;
import io.vientro.log.archive.ArchiveException;
import io.vientro.log.archive.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file of the keys holds, who may read it, and where its keys may go. */
class SubjectKeysFileTest {
  private static final Manifest LOG = log("0a", 12);
  private static final Sealing.Place PLACE =
      new Sealing.Place("d-1/contact", "dossier.submitted", "/aid/aidOwner/contactName");

  @TempDir private Path folder;
  private Path file;
  private TestStore store;
  private MongoSubjectKeys keys;
  private String sealed;

  @BeforeEach
  void write() {
    store = TestStore.embedded();
    keys = keys(store);
    file = folder.resolve("keys.jsonl");
    var key = keys.obtain(Set.of("d-1/contact", "d-2/contact", "d-3/contact")).get("d-1/contact");
    sealed = new Sealing().seal("Nguyễn Văn Mẫu", key, PLACE);
    keys.destroy("d-2/contact");
    assertThat(SubjectKeysFile.write(file, keys, LOG)).isEqualTo(3);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static MongoSubjectKeys keys(TestStore store) {
    return new MongoSubjectKeys(store.database(), Clock.systemUTC());
  }

  private static Manifest log(String begins, long size) {
    return new Manifest(begins, size, size, "ff", List.of(), List.of());
  }

  @Test
  void what_was_sealed_before_is_opened_after() {
    try (var other = TestStore.embedded()) {
      restored_to(other);
    }
  }

  @Test
  void what_was_sealed_before_is_opened_after_in_a_durable_store() {
    try (var other = TestStore.durable()) {
      restored_to(other);
    }
  }

  private void restored_to(TestStore other) {
    var read = SubjectKeysFile.read(file);
    read.requireOf(LOG);
    assertThat(read.count()).isEqualTo(3);

    read.restore(keys(other));
    // As a second try does, after one that was broken off.
    read.restore(keys(other));

    var found = keys(other).find(Set.of("d-1/contact", "d-2/contact"));
    assertThat(new Sealing().unseal(sealed, found.get("d-1/contact"), PLACE))
        .isEqualTo(Personal.of("Nguyễn Văn Mẫu"));
    assertThat(found).containsEntry("d-2/contact", new SubjectKey.Destroyed());
    var stored = new ArrayList<>();
    keys(other).stored().forEach(stored::add);
    var expected = new ArrayList<>();
    keys.stored().forEach(expected::add);
    assertThat(stored).isEqualTo(expected);
  }

  @Test
  void only_its_owner_may_read_it_also_when_it_is_replaced() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    SubjectKeysFile.write(file, keys, LOG);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_key_that_was_destroyed_since_is_gone_from_the_file() throws IOException {
    keys.destroy("d-1/contact");

    SubjectKeysFile.write(file, keys, LOG);

    assertThat(Files.readString(file)).containsOnlyOnce("\"k\"").contains("d-1/contact");
  }

  @Test
  void keys_that_were_restored_in_part_are_completed() {
    try (var other = TestStore.embedded()) {
      other
          .database()
          .getCollection(MongoSubjectKeys.COLLECTION)
          .insertOne(keys.stored().iterator().next());

      SubjectKeysFile.read(file).restore(keys(other));

      assertThat(keys(other).stored()).hasSize(3);
    }
  }

  @Test
  void a_store_with_another_key_takes_none() {
    try (var other = TestStore.embedded()) {
      keys(other).obtain(Set.of("d-1/contact"));

      assertRefused(
          "a key that is not of this export, d-1/contact",
          () -> SubjectKeysFile.read(file).restore(keys(other)));
      assertThat(keys(other).stored()).hasSize(1);
    }
  }

  @Test
  void the_keys_of_another_or_of_an_older_log_are_refused() {
    var read = SubjectKeysFile.read(file);

    assertRefused("holds the keys of another log", () -> read.requireOf(log("0b", 12)));
    assertRefused("is older than the log", () -> read.requireOf(log("0a", 13)));
    read.requireOf(log("0a", 11));
  }

  @Test
  void a_file_that_was_cut_off_or_changed_is_refused_without_quoting_it() throws IOException {
    var good = Files.readAllLines(file);
    assertFileRefused("was cut off or changed", good.subList(0, 4));
    assertFileRefused("was cut off or changed", List.of());
    var changed = new ArrayList<>(good);
    changed.set(1, good.get(1).replace("d-1", "d-9"));
    assertFileRefused("was cut off or changed", changed);
    changed.remove(1);
    assertFileRefused("was cut off or changed", changed);
    assertFileRefused("a line cannot be read", List.of("{\"k\": \"secret"));
    Files.delete(file);
    assertRefused("there is no file of keys", () -> SubjectKeysFile.read(file));
  }

  private void assertFileRefused(String message, List<String> lines) throws IOException {
    Files.write(file, lines);
    assertRefused(message, () -> SubjectKeysFile.read(file));
  }

  private static void assertRefused(String message, ThrowingCallable call) {
    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(call)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
  }
}
