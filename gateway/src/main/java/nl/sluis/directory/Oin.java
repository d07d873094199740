package nl.sluis.directory;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Reads the organisation identification number from a certificate: {@code serialNumber} of the subject (Digikoppeling PKI001). */
public final class Oin {

    private Oin() {}

    /** The OIN; empty when the subject carries none or more than one. */
    public static Optional<String> of(X509Certificate certificate) {
        RDN[] found = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.SERIALNUMBER);
        return found.length == 1
                ? Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()))
                : Optional.empty();
    }
}
