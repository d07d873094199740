package nl.sluis.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.sluis.handover.Standing.Owner;
import nl.sluis.handover.Standing.State;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final UUID CASE = UUID.randomUUID();

    @Test
    void untilBothConfirmedTheSenderOwnsTheCase() {
        assertThat(Standing.of(List.of())).isEqualTo(new Standing(State.OPEN, Owner.SENDER, false, false, 0));
        assertThat(Standing.of(List.of(call(false, "Fatima", "2026-04-10"))).owner())
                .isEqualTo(Owner.SENDER);
    }

    @Test
    void bothConfirmOneTalkOfOneDayInOneForm() {
        Act ours = call(false, "Fatima", "2026-04-10");

        assertThat(Standing.of(List.of(ours, call(true, "Paul", "2026-04-10"))).state())
                .isEqualTo(State.COMPLETE);
        assertThat(Standing.of(List.of(ours, call(true, "Paul", "2026-04-11"))).state())
                .isEqualTo(State.OPEN);
        assertThat(Standing.of(List.of(ours, call(true, "Fatima", "2026-04-10")))
                        .state())
                .isEqualTo(State.OPEN);
        assertThat(Standing.of(List.of(ours, call(false, "Hanneke", "2026-04-10")))
                        .state())
                .isEqualTo(State.OPEN);
    }

    @Test
    void whatIsGivenBackStaysHereUntilTheSenderAccepts() {
        List<Act> both = List.of(call(false, "Fatima", "2026-04-10"), call(true, "Paul", "2026-04-10"));
        Act back = act(Act.Type.RETURN, false);

        assertThat(Standing.of(List.of(both.get(0), both.get(1), back)))
                .returns(State.RETURN_OFFERED, Standing::state)
                .returns(Owner.RECEIVER, Standing::owner);
        assertThat(Standing.of(List.of(both.get(0), both.get(1), back, act(Act.Type.RETURN_ACCEPTED, true))))
                .returns(State.RETURNED, Standing::state)
                .returns(Owner.SENDER, Standing::owner);
    }

    private static Act call(boolean theirs, String person, String on) {
        return new Act(CASE, Act.Type.CONTACT_CONFIRMED, theirs, person, LocalDate.parse(on), ContactForm.CALL, null);
    }

    private static Act act(Act.Type type, boolean theirs) {
        return new Act(CASE, type, theirs, "x", LocalDate.parse("2026-05-01"), null, "y");
    }
}
