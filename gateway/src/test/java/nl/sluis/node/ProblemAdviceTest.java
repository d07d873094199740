package nl.sluis.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemAdviceTest {

    @Test
    void addsNoProblemToAnAnswerThatHasBegun() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(new ProblemAdvice().unexpected(new IllegalStateException("x"), response))
                .isNotNull();
        response.setCommitted(true);
        assertThat(new ProblemAdvice().unexpected(new IllegalStateException("x"), response))
                .isNull();
    }
}
