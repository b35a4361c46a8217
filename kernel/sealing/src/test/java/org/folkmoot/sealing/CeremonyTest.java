// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What trustees who cheat while a key is made are caught at. */
class CeremonyTest {
    private final Trustees trustees = new Trustees(2, 3, 7);

    @Test
    void aDealIsReadAsItWasWritten() {
        var deal = trustees.deals.getFirst();

        var read = Deal.decode(trustees.ceremony, deal.bytes());

        assertThat(read.bytes()).isEqualTo(deal.bytes());
    }

    @Test
    void aDealWithAByteMoreIsRefused() {
        var longer = new Bytes()
                .put(trustees.deals.getFirst().bytes())
                .put(new byte[1])
                .all();

        assertThatThrownBy(() -> Deal.decode(trustees.ceremony, longer)).hasMessage("There are too many bytes.");
    }

    @Test
    void aCommitmentToALargerQuorumIsBlamed() {
        var deal = trustees.deals.get(1);
        var commitments = new ArrayList<>(deal.commitments());
        commitments.add(Point.BASE);
        var deals = trustees.with(2, new Deal(commitments, deal.proof(), deal.ephemeral(), deal.shares()));

        assertThatThrownBy(() -> trustees.ceremony.receive(trustees.secrets.getFirst(), deals))
                .hasMessage("Trustee 2 is to blame: it commits to another quorum.");
    }

    @Test
    void aShareThatIsNotOfTheCommittedPolynomialIsBlamed() {
        var other = trustees.ceremony.deal(trustees.secrets.get(2), trustees.random);
        var deal = trustees.deals.get(2);
        // The proof and the ephemeral key are those of the other polynomial, so that only the share is wrong.
        var lock = Lock.of(
                deal.ephemeral().times(trustees.secrets.getFirst()),
                trustees.ceremony.trustees().get(2).times(trustees.secrets.getFirst()),
                List.of(
                        deal.ephemeral(),
                        trustees.ceremony.trustees().get(2),
                        trustees.ceremony.trustees().getFirst()),
                trustees.ceremony.context());
        var shares = new ArrayList<>(deal.shares());
        shares.set(0, lock.seal(Scalars.encode(BigInteger.TEN)));
        var deals = trustees.with(3, new Deal(deal.commitments(), deal.proof(), deal.ephemeral(), shares));

        assertThat(other.commitments()).isNotEqualTo(deal.commitments());
        assertThatThrownBy(() -> trustees.ceremony.receive(trustees.secrets.getFirst(), deals))
                .hasMessage("Trustee 3 is to blame: its share for trustee 1 is not what it committed to.");
    }

    @Test
    void aShareThatWasTamperedWithDoesNotOpen() {
        var deal = trustees.deals.getFirst();
        var shares = new ArrayList<>(deal.shares());
        var tampered = shares.get(1).clone();
        tampered[0] ^= 1;
        shares.set(1, tampered);
        var deals = trustees.with(1, new Deal(deal.commitments(), deal.proof(), deal.ephemeral(), shares));

        assertThatThrownBy(() -> trustees.ceremony.receive(trustees.secrets.get(1), deals))
                .hasMessage("Trustee 1 is to blame: its share for trustee 2 does not open.");
    }

    @Test
    void aDealOfAnotherCeremonyIsBlamed() {
        var elsewhere = new Ceremony("another", 2, trustees.ceremony.trustees());
        var deals = trustees.with(1, elsewhere.deal(trustees.secrets.getFirst(), trustees.random));

        assertThatThrownBy(() -> trustees.ceremony.key(deals))
                .hasMessage("Trustee 1 is to blame: it does not prove that it knows its part.");
    }

    /** A rogue key: chosen so that the sum is known to the last one, who then cannot prove its part. */
    @Test
    void aPartThatNobodyKnowsIsBlamed() {
        var known = Point.base(BigInteger.TWO);
        var rest = Point.sum(List.of(
                trustees.deals.get(0).commitments().getFirst(),
                trustees.deals.get(1).commitments().getFirst()));
        var rogue = Point.of(known.ec().subtract(rest.ec()));
        var deal = trustees.deals.get(2);
        var commitments = List.of(rogue, deal.commitments().get(1));
        var deals = trustees.with(3, new Deal(commitments, deal.proof(), deal.ephemeral(), deal.shares()));

        assertThatThrownBy(() -> trustees.ceremony.key(deals))
                .hasMessage("Trustee 3 is to blame: it does not prove that it knows its part.");
    }

    @Test
    void aCertificateGivesTheKeyThatTheTrusteesMade() {
        assertThat(Certificate.key(trustees.ceremony, trustees.certificate())).isEqualTo(trustees.key);
    }

    @Test
    void aCertificateThatATrusteeDidNotSignIsBlamed() {
        var certificate = trustees.certificate();
        certificate[certificate.length - 1] ^= 1;

        assertThatThrownBy(() -> Certificate.key(trustees.ceremony, certificate))
                .hasMessage("Trustee 3 is to blame: it did not sign this certificate.");
    }

    @Test
    void aCertificateOfOtherTrusteesIsRefused() {
        var certificate = new Trustees(2, 3, 8).certificate();

        assertThatThrownBy(() -> Certificate.key(trustees.ceremony, certificate))
                .hasMessage("Trustee 1 is to blame: it does not prove that it knows its part.");
    }

    @Test
    void aTrusteeIsNamedOnce() {
        var keys = List.of(Point.BASE, Point.BASE);

        assertThatThrownBy(() -> new Ceremony("test", 2, keys)).hasMessage("A trustee is named twice.");
    }
}
