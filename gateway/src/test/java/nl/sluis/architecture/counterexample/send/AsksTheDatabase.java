package nl.sluis.architecture.counterexample.send;

import org.springframework.jdbc.core.simple.JdbcClient;

public class AsksTheDatabase {

    void ask(JdbcClient jdbc) {
        jdbc.sql("SELECT 1");
    }
}
