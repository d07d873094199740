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
        String name = "t" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** A fresh database with the product's migrations. */
    public static DataSource migrated() {
        String url = freshUrl();
        Flyway.configure().dataSource(url, "postgres", "postgres").load().migrate();
        return dataSource(url);
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
