package nl.sluis.architecture.counterexample.submit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

@RestController
public abstract class ControllerWithSql {

    void ask(JdbcClient jdbc) {
        jdbc.sql("SELECT 1");
    }
}
