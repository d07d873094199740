package nl.sluis.certs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Whom a certificate names: country, organisation, OIN in serialNumber (as PKIoverheid writes it), and a common name
 * that says the use.
 *
 * @param name the distinguished name
 */
record Subject(X500Name name) {

    static Subject of(Holder holder, CertificateUse use) {
        return new Subject(new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, holder.organisationName())
                .addRDN(BCStyle.SERIALNUMBER, holder.oin())
                .addRDN(BCStyle.CN, holder.organisation() + " " + use.suffix())
                .build());
    }

    boolean isOf(X509Certificate certificate) {
        try {
            return new X500Principal(name.getEncoded()).equals(certificate.getSubjectX500Principal());
        } catch (IOException e) {
            throw new UncheckedIOException("A name that cannot be encoded", e);
        }
    }
}
