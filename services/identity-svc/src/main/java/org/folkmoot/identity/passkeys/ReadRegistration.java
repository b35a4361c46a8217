// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.passkeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.InconsistentClientDataTypeException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PasskeyRules;
import org.folkmoot.record.PublicKey;
import tools.jackson.core.JacksonException;

/**
 * Checks a registration as W3C Web Authentication level 3 §7.1 says and gives the key. Which device made it is not asked:
 * attestations are not looked at. Nothing is kept; the key becomes a member's by an act that it consents to.
 */
@ApplicationScoped
class ReadRegistration {
    private static final int COORDINATE = 32;

    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager();
    private final List<PublicKeyCredentialParameters> es256 = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256));

    PublicKey handle(byte[] attestationObject, byte[] clientData, byte[] challenge, PasskeyRules rules) {
        try {
            var data = webAuthn.parse(new RegistrationRequest(attestationObject, clientData));
            var origins = rules.origins().stream().map(Origin::new).collect(Collectors.toUnmodifiableSet());
            var server = new ServerProperty(origins, rpId(data, rules), new DefaultChallenge(challenge));
            webAuthn.verify(data, new RegistrationParameters(server, es256, rules.userVerification(), true));
            return key(data);
        } catch (DataConversionException | JacksonException _) {
            // The second comes through the library where the bytes are CBOR of something else.
            throw refused("attestationObject");
        } catch (VerificationException e) {
            throw refused(field(e));
        }
    }

    /** The place that the authenticator names by its hash. */
    private static String rpId(RegistrationData data, PasskeyRules rules) {
        var attestation = data.getAttestationObject();
        if (attestation == null || data.getCollectedClientData() == null) throw refused("attestationObject");
        var hash = attestation.getAuthenticatorData().getRpIdHash();
        return rules.rpIds().stream()
                .filter(id -> Arrays.equals(Hash.of(id.getBytes(UTF_8)).bytes(), hash))
                .findFirst()
                .orElseThrow(() -> refused("rpIdHash"));
    }

    private static PublicKey key(RegistrationData data) {
        var attestation = data.getAttestationObject();
        var credential =
                attestation == null ? null : attestation.getAuthenticatorData().getAttestedCredentialData();
        if (credential == null || !(credential.getCOSEKey() instanceof EC2COSEKey key)) throw refused("algorithm");
        var x = key.getX();
        var y = key.getY();
        if (x == null || y == null || x.length != COORDINATE || y.length != COORDINATE) throw refused("algorithm");
        var compressed = new byte[1 + COORDINATE];
        compressed[0] = (byte) (2 + (y[COORDINATE - 1] & 1));
        System.arraycopy(x, 0, compressed, 1, COORDINATE);
        var found = new PublicKey(compressed);
        if (!found.admissible()) throw refused("algorithm");
        return found;
    }

    private static String field(VerificationException e) {
        return switch (e) {
            case BadOriginException _ -> "origin";
            case BadChallengeException _ -> "challenge";
            case BadRpIdException _ -> "rpIdHash";
            case InconsistentClientDataTypeException _ -> "type";
            case UserNotPresentException _ -> "userPresent";
            case UserNotVerifiedException _ -> "userVerified";
            case NotAllowedAlgorithmException _ -> "algorithm";
            default -> "attestationObject";
        };
    }

    private static ActRefused refused(String field) {
        return new ActRefused(new ActRefusal.PasskeyRefused(field));
    }
}
