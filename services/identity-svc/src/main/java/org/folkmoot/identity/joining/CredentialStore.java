// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.credentials.Presentations;
import org.folkmoot.credentials.Presentations.Expected;
import org.folkmoot.identity.PersonalData;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.policy.Credential;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Verifier;

/** The credentials that applicants presented. */
@ApplicationScoped
class CredentialStore {
    private final Presentations presentations;
    private final PersonalData personalData;
    private final Sql sql;

    CredentialStore(Verifier verifier, PersonalData personalData, AgroalDataSource database) {
        this.presentations = new Presentations(verifier.strict());
        this.personalData = personalData;
        this.sql = new Sql(database);
    }

    /** To whom an applicant presents, and as whom: nobody can present the same to another community or in another name. */
    static Expected expected(Hash community, Hash applicant) {
        return new Expected("urn:folkmoot:community:" + community.hex(), applicant.hex());
    }

    Credential read(Hash community, Hash applicant, String presentation) {
        return presentations.read(presentation, expected(community, applicant));
    }

    long count(Application application) {
        return sql.first(
                        "select count(*) from presented_credential where community = ? and applicant = ?",
                        row -> row.getLong(1),
                        application.community().bytes(),
                        application.applicant().bytes())
                .orElseThrow();
    }

    /** False if it was presented before. */
    boolean add(Application application, String presentation, Hash act) {
        var bytes = presentation.getBytes(UTF_8);
        return sql.update(
                        """
                        insert into presented_credential (community, applicant, presentation, sealed, act)
                        values (?, ?, ?, ?, ?) on conflict do nothing""",
                        application.community().bytes(),
                        application.applicant().bytes(),
                        Hash.of(bytes).bytes(),
                        personalData.seal(application.community(), application.applicant(), bytes),
                        act.bytes())
                == 1;
    }

    /** What an applicant presented, checked anew. */
    List<Credential> of(Application application) {
        var community = application.community();
        var applicant = application.applicant();
        return sql.all("""
                        select sealed from presented_credential where community = ? and applicant = ?
                        order by presentation""", row -> row.getBytes(1), community.bytes(), applicant.bytes()).stream()
                .map(kept ->
                        read(community, applicant, new String(personalData.open(community, applicant, kept), UTF_8)))
                .toList();
    }

    /** A decided application needs them no more. */
    void drop(Application application) {
        sql.update(
                "delete from presented_credential where community = ? and applicant = ?",
                application.community().bytes(),
                application.applicant().bytes());
    }
}
