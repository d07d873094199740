package nl.sluis.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import nl.sluis.cli.RunningNodes;
import nl.sluis.demo.Neighbourhood.Member;

/**
 * The story of the family Van Rijn-Demir, told through the public API only. Every line that is printed was answered by a node;
 * a step that does not end as told says so.
 */
final class Story {

    private final PrintStream out;
    private final List<Step> steps;

    Story(Neighbourhood neighbourhood, RunningNodes nodes, PrintStream out, Clock clock) {
        this.out = out;
        Actor school = new Actor(neighbourhood, Member.SCHOOL, clock);
        Actor team = new Actor(neighbourhood, Member.WIJKTEAM, clock);
        Actor practice = new Actor(neighbourhood, Member.HUISARTS, clock);
        Actor landlord = new Actor(neighbourhood, Member.WONINGCORPORATIE, clock);
        Actor debtHelp = new Actor(neighbourhood, Member.SCHULDHULP, clock);
        Actor therapist = new Actor(neighbourhood, Member.JEUGD_GGZ, clock);
        Actor safety = new Actor(neighbourhood, Member.VEILIG_THUIS, clock);
        SchoolSteps schoolSteps = new SchoolSteps(school, team, safety);
        CareSteps careSteps = new CareSteps(therapist, practice, team, nodes);
        this.steps = List.of(
                new Step(1, "School De Wilgenhof reports a concern on Mila to the wijkteam", schoolSteps::concern),
                new Step(2, "GGZ De Horizon sends Sanne's care-plan summary", careSteps::planSummary),
                new Step(
                        3,
                        "Woonstichting De Eik sends arrears to debt help",
                        new ArrearsStep(landlord, debtHelp)::arrears),
                new Step(4, "The school wants to report on the meldcode", schoolSteps::meldcode),
                new Step(5, "The GP refers Noah (14) with only his parents' consent", careSteps::referral),
                new Step(
                        6,
                        "Sanne withdraws consent while a message waits for a node that is down",
                        careSteps::withdrawal),
                new Step(7, "The wijkteam gives the school feedback", schoolSteps::feedback),
                new Step(8, "Someone alters one audit row", new AuditStep(nodes)::alter));
    }

    /** Plays it once; the number of steps that did not end as told. */
    int play() throws InterruptedException {
        int failed = 0;
        for (Step step : steps) {
            out.println();
            out.println(step.number() + ". " + step.title());
            try {
                step.play().with(line -> out.println("   " + line));
            } catch (StepFailed e) {
                failed++;
                out.println("   NOT AS TOLD: " + e.getMessage());
            } catch (IOException e) {
                failed++;
                out.println(
                        "   NOT AS TOLD: no answer from a node (" + e.getClass().getSimpleName() + ")");
            }
        }
        out.println();
        return failed;
    }
}
