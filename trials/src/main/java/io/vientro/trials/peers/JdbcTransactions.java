package io.vientro.trials.peers;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * Transactions bound to their thread, as Spring's manager gives them to Axon; outside of one, every
 * statement commits by itself.
 */
final class JdbcTransactions implements TransactionManager, ConnectionProvider {
  private final DataSource source;
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  JdbcTransactions(DataSource source) {
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = current.get();
    return connection == null
        ? source.getConnection()
        : ConnectionWrapperFactory.wrap(
            connection, new ConnectionWrapperFactory.NoOpCloseHandler());
  }

  @Override
  public Transaction startTransaction() {
    if (current.get() != null) {
      return new Inner();
    }
    try {
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      current.set(connection);
      return new Outer(connection);
    } catch (SQLException e) {
      throw new JdbcException("no transaction", e);
    }
  }

  /** Joins the one around it, which decides. */
  private static final class Inner implements Transaction {
    @Override
    public void commit() {
      // The outer one does.
    }

    @Override
    public void rollback() {
      // The outer one does.
    }
  }

  private final class Outer implements Transaction {
    private final Connection connection;

    Outer(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void commit() {
      try {
        connection.commit();
      } catch (SQLException e) {
        throw new JdbcException("not committed", e);
      } finally {
        end();
      }
    }

    @Override
    public void rollback() {
      try {
        connection.rollback();
      } catch (SQLException e) {
        throw new JdbcException("not rolled back", e);
      } finally {
        end();
      }
    }

    /** The pool switches auto-commit on again. */
    private void end() {
      current.remove();
      JdbcUtils.closeQuietly(connection);
    }
  }
}
