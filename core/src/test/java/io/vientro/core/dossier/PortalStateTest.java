package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.decision.Vocabulary;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The portal's states 1 to 10, and which of them each of ours is. */
class PortalStateTest {

  @ParameterizedTest
  @CsvSource({
    "SUBMITTED, 1, Mới đăng ký",
    "CHECKING, 1, Mới đăng ký",
    "ACCEPTED, 2, Được tiếp nhận",
    "RECEPTION_REFUSED, 3, Không được tiếp nhận",
    "CONSULTING, 4, Đang xử lý",
    "APPRAISING, 4, Đang xử lý",
    "APPRAISAL_MEETING, 4, Đang xử lý",
    "APPRAISAL_CONCLUDED, 4, Đang xử lý",
    "SUBMITTED_FOR_DECISION, 4, Đang xử lý",
    "SUPPLEMENT_REQUESTED, 5, Yêu cầu bổ sung giấy tờ",
    "WITHDRAWN, 7, Công dân yêu cầu rút hồ sơ",
    "PROCESSING_STOPPED, 8, Dừng xử lý",
    "APPROVED, 9, Đã xử lý xong",
    "REFUSED, 9, Đã xử lý xong",
    "NOTIFIED, 10, Đã trả kết quả",
    "IMPLEMENTING, 10, Đã trả kết quả",
    "ADJUSTING, 10, Đã trả kết quả",
    "ENDED, 10, Đã trả kết quả",
    "HANDED_OVER, 10, Đã trả kết quả",
    "CLOSED, 10, Đã trả kết quả",
    "REVOKED, 10, Đã trả kết quả",
  })
  void everyStateOfOursIsOneOfThePortals(Status status, int code, String name) {
    var portal = PortalState.of(RoadSamples.at(status).state());
    assertThat(portal.code()).isEqualTo(code);
    assertThat(Vocabulary.text(portal, Locale.of("vi"))).isEqualTo(name);
  }

  @Test
  void aDossierThatCameBackAfterItWasReceivedIsNoNewRegistration() {
    var back =
        RoadSamples.asked()
            .after(Samples.requestSupplement(day(2), null))
            .after(Samples.correct(day(3), Samples.aid()));
    assertThat(back.state().status()).isEqualTo(Status.CHECKING);
    assertThat(PortalState.of(back.state())).isEqualTo(PortalState.IN_PROCESS);
  }

  @Test
  void whatWasNeverFiledHasNoStateThere() {
    assertThatThrownBy(() -> PortalState.of(DossierState.INITIAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noDossierEverOwesAFee() {
    var reached = EnumSet.noneOf(PortalState.class);
    Arrays.stream(Status.values())
        .filter(s -> s != Status.NONE)
        .forEach(s -> reached.add(PortalState.of(RoadSamples.at(s).state())));
    assertThat(EnumSet.complementOf(reached)).containsExactly(PortalState.PAYMENT_REQUESTED);
  }
}
