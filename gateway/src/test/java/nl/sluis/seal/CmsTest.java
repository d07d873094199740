package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.node.NodeSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmsTest {

    private static final byte[] CONTENT = "{\"geheim\":\"Mila\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path directory;

    private static PkiFiles files;
    private static SealKeys school;
    private static SealKeys team;

    @BeforeAll
    static void keys() throws IOException {
        files = DevelopmentPki.generate(directory, Holder.lindedam());
        school = keys(files, "school");
        team = keys(files, "wijkteam");
    }

    @Test
    void acceptsASignatureOfThatCertificateOnly() {
        byte[] signed = Cms.sign(CONTENT, school.privateKey(), school.certificate());

        assertThat(Cms.verified(signed, school.certificate())).hasValue(CONTENT);
        assertThat(Cms.verified(signed, team.certificate())).isEmpty();
        assertThat(Cms.verified(altered(signed, "Mila", "Lila"), school.certificate()))
                .isEmpty();
        assertThat(Cms.verified(new byte[] {1, 2, 3}, school.certificate())).isEmpty();
    }

    @Test
    void signsNothingAtATimeOutsideTheDaysOfItsCertificate() {
        Instant first = school.certificate().getNotBefore().toInstant();
        Instant last = school.certificate().getNotAfter().toInstant();

        for (Instant within : List.of(first, last)) {
            byte[] signed = Cms.sign(CONTENT, school.privateKey(), school.certificate(), within);
            assertThat(Cms.signedInTime(signed, school.certificate())).isPresent();
        }
        for (Instant outside : List.of(first.minusSeconds(1), last.plusSeconds(1))) {
            assertThatThrownBy(() -> Cms.sign(CONTENT, school.privateKey(), school.certificate(), outside))
                    .isInstanceOf(SealNotInForce.class);
        }
    }

    @Test
    void aNodeWhoseSealRanOutStartsAndAcceptsNothing() {
        Sealer expired = new Sealer(keys(files, "expired", "school"));
        Acceptance word = new Acceptance(
                new MessageId(UUID.randomUUID()),
                new OrganisationId("school"),
                new OrganisationId("wijkteam"),
                "00",
                Instant.now());

        assertThatThrownBy(() -> expired.sign(word)).isInstanceOf(SealNotInForce.class);
    }

    private static byte[] altered(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static SealKeys keys(PkiFiles files, String name) {
        return keys(files, name, name);
    }

    private static SealKeys keys(PkiFiles files, String name, String storage) {
        return SealKeys.load(
                new NodeSettings.Keys(
                        files.certificate(name, CertificateUse.SEAL),
                        files.key(name, CertificateUse.SEAL),
                        files.storageKey(storage)),
                Clock.systemUTC());
    }
}
