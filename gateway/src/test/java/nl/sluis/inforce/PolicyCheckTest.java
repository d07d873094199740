package nl.sluis.inforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Regime;
import nl.sluis.node.NodeSettings;
import nl.sluis.policyset.SignedSets;
import nl.sluis.policyset.SignerRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A configuration says what is wrong with the policy set and with whom is trusted, by key. */
class PolicyCheckTest {

    @TempDir
    Path home;

    @Test
    void aSetThatNobodySignedIsAFaultOfItsSetting() {
        SignedSets sets = new SignedSets(home);
        PolicySettings settings = settings(sets, sets.shipped());
        assertThat(PolicyCheck.faults(settings, Instant.now()))
                .containsExactly("sluis.policy.set: MANIFEST: there is no MANIFEST");
        assertThat(PolicyCheck.notes(settings)).isEmpty();
    }

    @Test
    void aSetWithoutSignersWhoAreTrustedStopsTheStart() {
        PolicySettings nobody = new PolicySettings(home, null, List.of(), List.of(), null, Duration.ofMinutes(1));
        assertThatThrownBy(() -> PolicyCheck.requireTrust(nobody, node(NodeSettings.Mode.DEMO)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sluis.policy: ");
    }

    @Test
    void signersOfDevelopmentCountInDemoModeOnly() {
        SignedSets sets = new SignedSets(home);
        PolicySettings settings = settings(sets, home);
        assertThatCode(() -> PolicyCheck.requireTrust(settings, node(NodeSettings.Mode.DEMO)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PolicyCheck.requireTrust(settings, node(NodeSettings.Mode.PRODUCTION)))
                .hasMessageContaining("sluis.policy.privacy-officers[0]: a development certificate");
    }

    private static PolicySettings settings(SignedSets sets, Path folder) {
        return new PolicySettings(
                folder,
                null,
                List.of(sets.certificate(SignerRole.PRIVACY_OFFICER)),
                List.of(sets.certificate(SignerRole.LAWYER)),
                null,
                Duration.ofMinutes(1));
    }

    private static NodeSettings node(NodeSettings.Mode mode) {
        Path none = Path.of("none");
        return new NodeSettings(
                mode,
                "de-wilgenhof",
                "De Wilgenhof",
                OrganisationType.SCHOOL,
                Regime.AVG,
                "00000001234567890000",
                0,
                0,
                new NodeSettings.Tls(none, none, none),
                new NodeSettings.Keys(none, none, none),
                List.of(),
                DataSize.ofMegabytes(20),
                "");
    }
}
