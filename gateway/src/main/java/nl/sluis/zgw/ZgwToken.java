package nl.sluis.zgw;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** The token of the ZGW APIs: signed by the client itself with its secret (HS256), made anew for each call. No person acts: the node does. */
final class ZgwToken {

    private ZgwToken() {}

    static String of(String clientId, byte[] secret, Instant now) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .issueTime(Date.from(now))
                        .claim("client_id", clientId)
                        .claim("user_id", clientId)
                        .claim("user_representation", "Sluis")
                        .build());
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("a secret of this length signs", e);
        }
        return token.serialize();
    }
}
