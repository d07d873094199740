package nl.sluis.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Regime;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;

/**
 * The organisations of the fictional municipality of Lindedam as node configurations. Positions and so ports are fixed.
 *
 * @param files their development certificates
 * @param data where the embedded database keeps its files
 * @param basePort the port of the first node; management listens 100 higher
 * @param entryKey opens the pages in a browser without a certificate
 */
public record Neighbourhood(PkiFiles files, Path data, int basePort, String entryKey) {

    private static final int MANAGEMENT_OFFSET = 100;
    private static final String ROLES =
            "reporter,regisseur,consent-officer,aandachtsfunctionaris,privacy-officer,operator,auditor";

    /** A node of the demo. */
    public enum Member {
        /** Wijkteam Lindedam-Noord. */
        WIJKTEAM(0, OrganisationType.WIJKTEAM, Regime.JEUGDWET, "000 000 00 10"),
        /** Basisschool De Wilgenhof. */
        SCHOOL(1, OrganisationType.SCHOOL, Regime.AVG, "000 000 00 11"),
        /** Huisartsenpraktijk Vos. */
        HUISARTS(2, OrganisationType.GP, Regime.WGBO, "000 000 00 12"),
        /** Budgetloket Lindedam. */
        SCHULDHULP(3, OrganisationType.DEBT_COUNSELLING, Regime.AVG, "000 000 00 13"),
        /** Woonstichting De Eik. */
        WONINGCORPORATIE(4, OrganisationType.HOUSING, Regime.AVG, "000 000 00 14"),
        /** GGZ De Horizon. */
        JEUGD_GGZ(5, OrganisationType.SPECIALIST_CARE, Regime.WGBO, "000 000 00 15"),
        /** Veilig Thuis Oostrand. */
        VEILIG_THUIS(6, OrganisationType.VEILIG_THUIS, Regime.WMO, "000 000 00 16");

        private final int position;
        private final OrganisationType type;
        private final Regime regime;
        /** Nobody's: Dutch numbers do not begin so. */
        private final String telephone;

        Member(int position, OrganisationType type, Regime regime, String telephone) {
            this.position = position;
            this.type = type;
            this.regime = regime;
            this.telephone = telephone;
        }

        Holder holder() {
            return Holder.lindedam().get(position);
        }

        /** Its name in messages. */
        public String organisation() {
            return holder().organisation();
        }

        /** Its name for people. */
        public String displayName() {
            return holder().organisationName();
        }

        /** The name of its certificate files. */
        public String certificateName() {
            return holder().name();
        }
    }

    /** Where a node answers. */
    public String address(Member member) {
        return "https://localhost:" + (basePort + member.position);
    }

    /** The properties of the nodes of these members, each knowing all members. */
    public List<Map<String, Object>> nodes(List<Member> members) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (Member member : members) {
            Map<String, Object> node = new LinkedHashMap<>();
            describe(node, member);
            for (int i = 0; i < Member.values().length; i++) {
                list(node, "sluis.directory.organisations[" + i + "].", Member.values()[i]);
            }
            nodes.add(node);
        }
        return nodes;
    }

    private void describe(Map<String, Object> node, Member member) {
        String name = member.certificateName();
        node.put("sluis.node.mode", "demo");
        node.put("sluis.node.organisation", member.organisation());
        node.put("sluis.node.name", member.displayName());
        node.put("sluis.node.type", member.type);
        node.put("sluis.node.regime", member.regime);
        node.put("sluis.node.oin", member.holder().oin());
        node.put("sluis.node.port", basePort + member.position);
        node.put("sluis.node.management-port", basePort + MANAGEMENT_OFFSET + member.position);
        node.put("sluis.node.entry-key", entryKey);
        node.put("sluis.contact.name", "Jo Verhoeven");
        node.put("sluis.contact.role", "Aandachtsfunctionaris");
        node.put("sluis.node.database.embedded", data);
        node.put("sluis.node.tls.certificate", files.certificate(name, CertificateUse.NODE));
        node.put("sluis.node.tls.private-key", files.key(name, CertificateUse.NODE));
        node.put("sluis.node.tls.trust", files.ca());
        node.put("sluis.revocation.lists[0]", files.crl());
        node.put("sluis.node.keys.seal-certificate", files.certificate(name, CertificateUse.SEAL));
        node.put("sluis.node.keys.seal-key", files.key(name, CertificateUse.SEAL));
        node.put("sluis.node.keys.storage-key", files.storageKey(name));
        node.put("sluis.node.keys.hybrid[0].agreement-certificate", files.certificate(name, CertificateUse.AGREEMENT));
        node.put("sluis.node.keys.hybrid[0].agreement-key", files.key(name, CertificateUse.AGREEMENT));
        node.put("sluis.node.keys.hybrid[0].kem-certificate", files.certificate(name, CertificateUse.KEM));
        node.put("sluis.node.keys.hybrid[0].kem-key", files.key(name, CertificateUse.KEM));
        if (member != Member.WIJKTEAM) {
            node.put("sluis.consent.keepers[0]", Member.WIJKTEAM.organisation());
        }
        // One system an organisation, which does all that is done there; real ones have few roles each
        node.put("sluis.access.systems[0].name", name + "-system");
        node.put("sluis.access.systems[0].certificate", files.certificate(name, CertificateUse.SYSTEM));
        node.put("sluis.access.systems[0].roles", ROLES);
    }

    private void list(Map<String, Object> node, String key, Member member) {
        node.put(key + "id", member.organisation());
        node.put(key + "name", member.displayName());
        node.put(key + "type", member.type);
        node.put(key + "oin", member.holder().oin());
        node.put(key + "endpoint", address(member));
        node.put(key + "seal-certificate", files.certificate(member.certificateName(), CertificateUse.SEAL));
        node.put(key + "hybrid[0].agreement", files.certificate(member.certificateName(), CertificateUse.AGREEMENT));
        node.put(key + "hybrid[0].kem", files.certificate(member.certificateName(), CertificateUse.KEM));
        node.put(key + "telephone", member.telephone);
        node.put(key + "aliases[0]", member.certificateName());
    }
}
