package nl.sluis.architecture.counterexample.policy;

import org.springframework.util.StringUtils;

public class UsesSpring {

    boolean empty(String text) {
        return !StringUtils.hasText(text);
    }
}
