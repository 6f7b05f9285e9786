package io.vientro.log;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a log in a store, for who copies or checks logs: reading needs no right to write,
 * and what is written was made elsewhere. Applications use {@link MongoEventLog}.
 */
public final class BlockStore implements BlockSource {
  private final MongoBlocks blocks;

  /**
   * Writes nothing.
   *
   * @param database of a client that the caller closes
   */
  public BlockStore(MongoDatabase database, MongoLogOptions options) {
    blocks = new MongoBlocks(database, options);
  }

  @Override
  public List<Block> blocks(long from, int atMostEvents) {
    return MongoEventLog.ask(() -> blocks.blocks(from, atMostEvents));
  }

  @Override
  public @Nullable Block floor(long position) {
    return MongoEventLog.ask(() -> blocks.floor(position));
  }

  @Override
  public long nextPosition() {
    return MongoEventLog.ask(blocks::nextPosition);
  }

  /** Makes the unique indexes where they are missing; owed before the first insert. */
  public void createIndexes() {
    MongoEventLog.ask(
        () -> {
          blocks.createIndexes();
          return true;
        });
  }

  /**
   * Puts blocks where they say they belong. When it returns they survive the death of any process;
   * when it fails, some of them may be there.
   *
   * @return false if something else holds one of their positions, commit ids or keys
   * @throws LogUnavailableException if the store does not answer
   */
  public boolean insert(List<Block> some) {
    try {
      blocks.insert(some);
      return true;
    } catch (MongoBulkWriteException e) {
      if (MongoBlocks.areDuplicates(e)) {
        return false;
      }
      throw MongoEventLog.unanswered(e);
    } catch (MongoException e) {
      throw MongoEventLog.unanswered(e);
    }
  }
}
