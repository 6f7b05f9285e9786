package io.vientro.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class BlockWriterTest {
  @Test
  void aCommitThatComesInWhileItIsLookedForIsASuccessAndNoConflict() {
    Commit commit = Samples.commit("c-1", Samples.event("dossier-1", 0));
    BlockWriter writer =
        new BlockWriter(new ComesInLate(commit), MongoLogOptions.defaults(), () -> {});

    assertThat(writer.append(commit).commit().firstPosition()).isZero();
  }

  /** Another process has sent the same commit; it is seen by each question but the first. */
  private static final class ComesInLate implements Blocks {
    private final Block block;
    private boolean asked;

    private ComesInLate(Commit commit) {
      this.block = Block.of(0, EventHasher.genesis(), List.of(commit));
    }

    @Override
    public Head head() {
      return new Head(0, EventHasher.genesis());
    }

    @Override
    public void insert(Block ignored) {
      throw new MongoWriteException(
          new WriteError(11_000, "E11000 duplicate key error index: k_1", new BsonDocument()),
          new ServerAddress(),
          Set.of());
    }

    @Override
    public Map<String, StoredCommit> commits(Collection<String> ids) {
      String id = ids.iterator().next();
      Map<String, StoredCommit> found = asked ? Map.of(id, block.commit(id)) : Map.of();
      asked = true;
      return found;
    }

    @Override
    public Set<String> taken(Collection<String> keys) {
      return Set.copyOf(keys);
    }
  }
}
