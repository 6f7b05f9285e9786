package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.dossier.Status;
import io.vientro.core.dossier.WithdrawDossier;
import io.vientro.core.log.LogMode;
import io.vientro.log.LogReader;
import io.vientro.query.Fictional;
import io.vientro.query.World;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.view.DossierListProjection;
import io.vientro.store.RecordedEvents;
import io.vientro.store.ViewJson;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What holds of the list on every store, by either way of getting a page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DossierListContract {
  private static final ListFilter ALL = new ListFilter(null, null, null, null, null);

  private World world;
  private ViewStore store;
  private DossierListProjection projection;
  private LogReader reader;
  private final List<String> newestFirst = new ArrayList<>();

  abstract World world();

  @BeforeAll
  void open() {
    world = world();
    store =
        new ViewStore(new MongoTemplate(world.client(), world.database.getName()), new ViewJson());
    projection = new DossierListProjection();
    projection.index(store, View.IN_USE);
    reader = world.log.reader(0);
    file("Trang thiết bị y tế cho huyện Đảo", "Sample Foundation");
    file("Dự án nước sạch nông thôn", "Quỹ Hòa Bình (hư cấu)");
    file("Water for schools", "Sample Foundation");
    for (var i = 0; i < 9; i++) {
      file("Sample library " + i, "Example Trust");
    }
    world.send(
        newestFirst.getLast(),
        new WithdrawDossier(Fictional.DAY, "no longer needed", Fictional.OWN),
        Fictional.APPLICANT);
    follow();
  }

  private void file(String title, String provider) {
    var aid = Fictional.aid(title, Fictional.organisation(provider));
    newestFirst.addFirst(
        world.submit(
            Fictional.submit(aid, Fictional.DAY, Fictional.FOR_APPLICANT, Fictional.HOSPITAL),
            Fictional.RECEPTION));
  }

  private void follow() {
    var projector = projection.projector(store, View.IN_USE);
    projector.take(new RecordedEvents(world.codec.leavingSealed()).of(reader.next(10_000)));
  }

  @AfterAll
  void close() {
    if (world != null) {
      world.close();
    }
  }

  DossierListQuery query(int fewAtMost) {
    return new DossierListQuery(store, projection, world.law, world.clock, fewAtMost);
  }

  /** The way of a walk. */
  Pages walking() {
    return new Pages(store, projection.collection(), 0);
  }

  private DossierListAnswer page(
      int fewAtMost, ListFilter filter, int limit, @Nullable String cursor) {
    return query(fewAtMost).page(Fictional.RECEPTION, filter, limit, cursor, 0, LogMode.TRAINING);
  }

  private List<String> titles(int fewAtMost, ListFilter filter) {
    return page(fewAtMost, filter, 200, null).items().stream()
        .map(DossierListAnswer.Item::title)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void pages_are_newest_first_and_join_without_seam(int fewAtMost) {
    var ids = new ArrayList<String>();
    String cursor = null;
    do {
      var page = page(fewAtMost, ALL, 5, cursor);
      page.items().forEach(item -> ids.add(item.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(ids).isEqualTo(newestFirst);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void a_page_stays_where_it_is_while_others_write(int fewAtMost) {
    var first = page(fewAtMost, ALL, 4, null);
    var expected = List.copyOf(newestFirst);
    file("Filed while somebody reads", "Sample Foundation");
    world.send(
        expected.get(5),
        new WithdrawDossier(Fictional.DAY, "while somebody reads", Fictional.OWN),
        Fictional.APPLICANT);
    follow();

    var second = page(fewAtMost, ALL, 4, first.nextCursor());
    assertThat(second.items()).map(DossierListAnswer.Item::id).isEqualTo(expected.subList(4, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thiet bi | 1",
        "THIẾT BỊ | 1",
        "thiet dao | 1",
        "đảo | 1",
        "dao | 1",
        "nuoc sach | 1",
        "sạch nước | 1",
        "hoa binh | 1",
        "wat | 1",
        "sample found | 2",
        "benh vien | 12",
        "library 3 | 1",
        "ater | 0",
        "thiet nuoc | 0",
        "nguyen | 0"
      })
  void words_are_found_by_their_beginning_without_accents_and_all_must_match(
      String text, int expected) {
    for (var form : Normalizer.Form.values()) {
      var filter = new ListFilter(null, null, null, null, Normalizer.normalize(text, form));
      var walked = new ArrayList<>(titles(0, filter));
      walked.removeIf(title -> title.startsWith("Filed while"));
      assertThat(walked).as("%s %s", text, form).hasSize(expected);
      assertThat(titles(1000, filter)).isEqualTo(titles(0, filter));
    }
  }

  @Test
  void every_filter_narrows_and_all_of_them_together() {
    var none = new ListFilter(Status.ACCEPTED, null, null, null, null);
    var withdrawn = new ListFilter(Status.WITHDRAWN, null, null, null, "thiet");
    var agency = new ListFilter(null, Fictional.PROVINCE, null, "tinh-mau", "thiet");
    var otherAgency = new ListFilter(null, Fictional.OTHER_PROVINCE, null, null, null);
    var otherPlace = new ListFilter(null, null, null, "tinh-vi-du", null);
    var provider = new ListFilter(null, null, "sample", null, "water");
    var notAProvider = new ListFilter(null, null, "water", null, null);
    for (var few : List.of(0, 1000)) {
      assertThat(titles(few, none)).isEmpty();
      assertThat(titles(few, withdrawn)).hasSize(1);
      assertThat(titles(few, agency)).hasSize(1);
      assertThat(titles(few, otherAgency)).isEmpty();
      assertThat(titles(few, otherPlace)).isEmpty();
      assertThat(titles(few, provider)).containsExactly("Water for schools");
      assertThat(titles(few, notAProvider)).isEmpty();
    }
  }

  @Test
  void rights_are_part_of_the_question_so_pages_are_whole() {
    for (var few : List.of(0, 1000)) {
      var query = query(few);
      var elsewhere = query.page(Fictional.ELSEWHERE, ALL, 5, null, 0, LogMode.TRAINING);
      assertThat(elsewhere.items()).isEmpty();
      assertThat(elsewhere.nextCursor()).isNull();
      assertThat(query.page(Fictional.ADMINISTRATOR, ALL, 5, null, 0, LogMode.TRAINING).items())
          .isEmpty();
      for (var reader : List.of(Fictional.APPLICANT, Fictional.AUDITOR, Fictional.RECEPTION)) {
        var page = query.page(reader, ALL, 5, null, 0, LogMode.TRAINING);
        assertThat(page.items()).hasSize(5);
        assertThat(page.nextCursor()).isNotNull();
      }
    }
  }

  @Test
  void no_line_comes_twice() {
    var ids = page(0, ALL, 200, null).items().stream().map(DossierListAnswer.Item::id).toList();
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    assertThat(Collections.frequency(ids, newestFirst.getFirst())).isOne();
  }
}
