package io.vientro.rulepacks;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.AidOwner;
import io.vientro.core.aid.Disaster;
import io.vientro.core.aid.Founder;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.GoodsItem.GoodsClass;
import io.vientro.core.aid.GoodsItem.ImportDecision;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.Locality;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.Recipient;
import io.vientro.core.aid.RecipientKind;
import io.vientro.core.aid.ScopeFacts;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A plain aid to be bent into a case: a development project of a registered NGO for a public
 * service unit that somebody else founded, with one managing agency and one place. {@link
 * #of(String)} reads the words that the golden tables use.
 */
final class SampleAid {
  private Modality modality = Modality.PROJECT;
  private boolean experts;
  private Purpose purpose = Purpose.DEVELOPMENT;
  private ProviderPaperKind papers = ProviderPaperKind.REGISTERED_FOREIGN_NGO;
  private ProviderClass providerClass = ProviderClass.FOREIGN_NGO;
  private RecipientKind kind = RecipientKind.PUBLIC_SERVICE_UNIT;
  private Founder founder = Founder.OTHER;
  private List<String> agencies = agencies(1);
  private int places = 1;
  private final Set<SubjectTag> subjects = EnumSet.noneOf(SubjectTag.class);
  private final List<GoodsItem> goods = new ArrayList<>();
  private @Nullable Boolean treaty;
  private @Nullable Boolean oda;
  private @Nullable Boolean fromVietnam;
  private ScopeFacts.@Nullable GiftPurpose gift;
  private @Nullable Boolean profitSharing;
  private @Nullable Boolean research;
  private @Nullable Boolean foreignInvested;
  private final Set<ScopeFacts.Prohibition> prohibited =
      EnumSet.noneOf(ScopeFacts.Prohibition.class);
  private @Nullable Boolean sale;
  private Disaster.@Nullable Kind disaster;
  private Disaster.@Nullable RecipientOfRelief reliefTo;
  private final Map<String, LocalDate> dates = new HashMap<>();
  private @Nullable UsdValue usd;
  private String currency = "USD";

  static AidFacts of(String words) {
    var sample = new SampleAid();
    for (var word : words.strip().split("\\s+")) {
      if (!word.isEmpty()) {
        sample.with(word);
      }
    }
    return sample.build();
  }

  private void with(String word) {
    var parts = word.split("=", 2);
    var value = parts.length == 2 ? parts[1] : "";
    switch (parts[0]) {
      case "programme" -> modality = Modality.PROGRAMME;
      case "project" -> modality = Modality.PROJECT;
      case "non-project" -> modality = Modality.NON_PROJECT;
      case "experts" -> {
        modality = Modality.NON_PROJECT;
        experts = true;
      }
      case "with-experts" -> experts = true;
      case "development" -> purpose = Purpose.DEVELOPMENT;
      case "relief" -> purpose = Purpose.HUMANITARIAN_RELIEF;
      case "recovery" -> purpose = Purpose.CONSEQUENCE_RECOVERY;
      case "provider" -> papers = ProviderPaperKind.valueOf(value);
      case "class" -> providerClass = ProviderClass.valueOf(value);
      case "kind" -> kind = RecipientKind.valueOf(value);
      case "founder" -> founder = Founder.valueOf(value);
      case "agencies" -> agencies = agencies(Integer.parseInt(value));
      case "agency" -> agencies = List.of(value);
      case "places" -> places = Integer.parseInt(value);
      case "subject" -> subjects.add(SubjectTag.valueOf(value));
      case "goods", "equipment", "vehicle" -> goods.add(item(parts[0], Set.of(value.split("\\+"))));
      case "treaty" -> treaty = true;
      case "oda" -> oda = true;
      case "from-vietnam" -> fromVietnam = true;
      case "gift" -> gift = ScopeFacts.GiftPurpose.valueOf(value);
      case "profit-sharing" -> profitSharing = true;
      case "research" -> research = true;
      case "foreign-invested" -> foreignInvested = true;
      case "prohibited" -> prohibited.add(ScopeFacts.Prohibition.valueOf(value));
      case "sale" -> sale = true;
      case "disaster" -> disaster = Disaster.Kind.valueOf(value);
      case "to" -> reliefTo = Disaster.RecipientOfRelief.valueOf(value);
      case "plan", "end", "approved", "done" -> dates.put(parts[0], LocalDate.parse(value));
      case "usd" -> usd = new UsdValue(new BigDecimal(value), null, null, null);
      case "eur" -> currency = "EUR";
      default -> throw new IllegalArgumentException("no such word: " + word);
    }
  }

  private static List<String> agencies(int count) {
    return IntStream.range(0, count).mapToObj(i -> "agency-" + i).toList();
  }

  private static GoodsItem item(String goodsClass, Set<String> words) {
    return new GoodsItem(
        "sample",
        GoodsClass.valueOf(goodsClass.toUpperCase(java.util.Locale.ROOT)),
        words.contains("used"),
        words.contains("pm-import")
            ? ImportDecision.PRIME_MINISTER
            : words.contains("import")
                ? ImportDecision.NOT_PRIME_MINISTER
                : ImportDecision.NOT_IMPORTED,
        words.contains("temporary"),
        null,
        null);
  }

  private AidFacts build() {
    return new AidFacts(
        "Sample aid",
        modality,
        experts,
        purpose,
        new Provider(papers, providerClass, "Sample Foundation", null, "NL", null),
        null,
        null,
        new Recipient("Sample recipient", kind, founder, null),
        new AidOwner("Sample owner", null, null, null),
        agencies,
        new Grant(List.of(new Money(BigDecimal.TEN, currency)), null, usd),
        null,
        "health",
        IntStream.range(0, places).mapToObj(i -> new Locality("place-" + i, null)).toList(),
        goods,
        null,
        subjects,
        null,
        scope());
  }

  /** The disaster of all tables is that of 7 September 2024. */
  private @Nullable ScopeFacts scope() {
    var of =
        disaster == null
            ? null
            : new Disaster(
                disaster,
                LocalDate.parse("2024-09-07"),
                reliefTo,
                dates.get("plan"),
                dates.get("end"),
                dates.get("approved"),
                dates.get("done"));
    var stated =
        new ScopeFacts(
            treaty,
            oda,
            fromVietnam,
            gift,
            profitSharing,
            research,
            foreignInvested,
            prohibited,
            sale,
            of);
    return stated.equals(ScopeFacts.NONE) ? null : stated;
  }
}
