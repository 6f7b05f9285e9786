package io.vientro.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.log.BlockChain;
import io.vientro.log.BlockDocument;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;

class ReadyBlocksTest {
  @Test
  void whatIsMadeBeforehandIsALogThatReadersBelieve() {
    ReadyBlocks blocks = new ReadyBlocks(new History(new Creates(1), 20));
    BlockChain chain = new BlockChain();
    for (int i = 0; i < 10; i++) {
      chain.add(blocks.next(64));
    }
    assertThat(chain.next()).isEqualTo(640);
    assertThat(chain.commits()).isEqualTo(640);
  }

  @Test
  void theRawDocumentIsTheBlock() {
    Document document =
        new ReadyBlocks(new Creates(1)::next).nextRaw(3).decode(new DocumentCodec());
    assertThat(BlockDocument.decode(document).commitIds()).hasSize(3);
  }
}
