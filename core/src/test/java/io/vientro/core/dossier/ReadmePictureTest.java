package io.vientro.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The README's picture shows the ways up to acceptance that the gates leave open, and no other; the
 * whole road is WorkflowPictureTest's.
 */
class ReadmePictureTest {
  private static final Pattern WAY = Pattern.compile("  (\\S+) --> (\\S+): (\\S+)");

  private static final Map<CommandName, Status> LEADS_TO =
      new EnumMap<>(
          Map.of(
              CommandName.SUBMIT_DOSSIER, Status.SUBMITTED,
              CommandName.REQUEST_SUPPLEMENT, Status.SUPPLEMENT_REQUESTED,
              CommandName.SUPPLEMENT_DOSSIER, Status.CHECKING,
              CommandName.ACCEPT_DOSSIER, Status.ACCEPTED,
              CommandName.REFUSE_RECEPTION, Status.RECEPTION_REFUSED,
              CommandName.WITHDRAW_DOSSIER, Status.WITHDRAWN));

  private static final Set<Status> UP_TO_ACCEPTANCE =
      EnumSet.of(Status.SUBMITTED, Status.SUPPLEMENT_REQUESTED, Status.CHECKING, Status.ACCEPTED);

  @Test
  void thePictureShowsEveryWayThatIsOpen() throws IOException {
    var picture =
        WAY.matcher(Files.readString(Path.of("..", "README.md")))
            .results()
            .map(way -> way.group(1) + " " + way.group(3) + " " + way.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(picture).isEqualTo(open());
  }

  private static Set<String> open() {
    var ways = new TreeSet<String>();
    ways.add("[*] SubmitDossier SUBMITTED");
    LEADS_TO.forEach(
        (command, status) ->
            DossierRules.gates(command).stream()
                .filter(Gate.DossierIs.class::isInstance)
                .flatMap(gate -> ((Gate.DossierIs) gate).allowed().stream())
                .filter(UP_TO_ACCEPTANCE::contains)
                .forEach(from -> ways.add(from + " " + command.commandName() + " " + status)));
    return ways;
  }
}
