package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.LEAD_APPRAISER;
import static io.vientro.core.dossier.RoadSamples.TODAY;
import static io.vientro.core.dossier.RoadSamples.answered;
import static io.vientro.core.dossier.RoadSamples.day;
import static io.vientro.core.dossier.Samples.DUTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vientro.core.aid.DocumentKind;
import io.vientro.core.decision.RejectionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Papers come in as files; what is known of them was found, not said. */
class AttachDocumentTest {
  private static AttachDocument attach(DocumentKind kind, @Nullable String key, LocalDate on) {
    return new AttachDocument("document-1", kind, "ab12", 1_234, "application/pdf", key, on, DUTY);
  }

  @Test
  void anAttachedDocumentIsOnRecordAndMovesNothing() {
    var before = answered().as(LEAD_APPRAISER);
    var outcome = before.when(attach(DocumentKind.OTHER, null, day(4)));
    var event =
        new DocumentAttached(
            "document-1", DocumentKind.OTHER, "ab12", 1_234, "application/pdf", null, day(4), DUTY);
    outcome.then(event);
    assertThat(outcome.state().records().attachments()).containsExactly(event);
    assertThat(outcome.state().lastStepOn()).isNotEqualTo(day(4));
  }

  @Test
  void aPaperAboutAPersonIsNeverInTheClear() {
    for (var kind : DocumentKind.values()) {
      assertThat(attach(kind, "dossier-1/provider", TODAY).subjectKey()).isNotNull();
      if (kind.isPersonal()) {
        assertThatIllegalArgumentException().isThrownBy(() -> attach(kind, null, TODAY));
      } else {
        assertThat(attach(kind, null, TODAY).subjectKey()).isNull();
      }
    }
    assertThat(DocumentKind.PASSPORT.subject()).isEqualTo("provider");
    assertThat(DocumentKind.EXPERT_RESUME.subject()).isNull();
  }

  @Test
  void aDateIsNeitherOfTomorrowNorBeforeTheFiling() {
    var lead = answered().as(LEAD_APPRAISER);
    lead.when(attach(DocumentKind.OTHER, null, TODAY.plusDays(1)))
        .thenRejected(RejectionCode.DATE_IN_FUTURE)
        .at("attachedOn");
    lead.when(attach(DocumentKind.OTHER, null, LocalDate.of(2000, 1, 1)))
        .thenRejected(RejectionCode.DATE_BEFORE_STEP)
        .at("attachedOn");
  }
}
