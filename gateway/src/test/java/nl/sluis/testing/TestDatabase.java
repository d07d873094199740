package nl.sluis.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL for tests: one server a JVM, one fresh database a call. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** JDBC address of a fresh, empty database. */
    public static String freshUrl() {
        return SERVER.getJdbcUrl("postgres", created(""));
    }

    /** A fresh database with the product's migrations: they run once a JVM, and every other is a copy. */
    public static DataSource migrated() {
        return dataSource(SERVER.getJdbcUrl("postgres", created(" TEMPLATE " + Migrated.NAME)));
    }

    /** Nobody stays connected to it, or it could not be copied. */
    private static final class Migrated {
        static final String NAME = created("");

        static {
            Flyway.configure()
                    .dataSource(SERVER.getJdbcUrl("postgres", NAME), "postgres", "postgres")
                    .load()
                    .migrate();
        }
    }

    private static String created(String options) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + options);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        return name;
    }

    /** A plain data source without a pool. */
    public static DataSource dataSource(String url) {
        return new org.springframework.jdbc.datasource.DriverManagerDataSource(url, "postgres", "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }
}
