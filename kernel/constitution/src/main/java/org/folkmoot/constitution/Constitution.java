// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.PasskeyRules;

/**
 * The rules that a community gave itself, as one document.
 *
 * <p>Its name is the SHA-256 of its canonical form: the document as plain data, where whole numbers stay numbers, truths
 * stay truths and every other scalar is the text that was written, in RFC 8785 JSON. Comments, quotes and the order of
 * names do not matter to it.
 */
public final class Constitution {
    private final Document document;
    private final Sections sections;
    private final Json.Obj json;
    private final Ranking ranking;
    private final Routing routing;
    private final byte[] canonical;
    private final Hash hash;

    private Constitution(Document document, Sections sections) {
        this.document = document;
        this.sections = sections;
        json = Json.object(document.data());
        ranking = Ranking.of(sections.strictest(), json);
        routing = new Routing(sections.policies(), ranking);
        canonical = json.canonical();
        hash = Hash.of(canonical);
    }

    /** Reads a constitution from YAML or JSON, or throws {@link ConstitutionRefused} with everything that is wrong. */
    public static Constitution read(byte[] yamlOrJson) {
        var document = Document.read(yamlOrJson);
        var sections = SectionsReader.read(document);
        if (!document.complaints().none()) {
            throw new ConstitutionRefused(document.complaints().found());
        }
        return new Constitution(document, sections);
    }

    /** Reads a constitution that is part of a signed act. */
    public static Constitution of(Json.Obj document) {
        return read(document.canonical());
    }

    /** A fresh collection for complaints about this document, which knows the places in its text. */
    public Complaints complaints() {
        return document.secondLook();
    }

    /** Says which policy judges a proposal with these actions: the strictest of those that its parts belong to. */
    public Route policyFor(List<Action> actions) {
        return new ProtectedRouting(this).of(actions);
    }

    public Ranking ranking() {
        return ranking;
    }

    /** Finds judges, for checks that look into it. */
    public Routing routing() {
        return routing;
    }

    /** Says which policy judges a proposal with actions of which these are the facts. */
    public Route route(List<Map<String, Object>> actions) {
        return routing.of(actions, Map.of());
    }

    /** Whether a body that votes under the policy asks what members own, or {@link ConstitutionRefused}. */
    public boolean needsBalances(Policy policy, Plugins plugins) {
        return Funds.of(policy, plugins).isPresent()
                || policy.stages().stream()
                        .flatMap(stage -> stage.chambers().stream())
                        .flatMap(chamber -> body(chamber.body()).stream())
                        .anyMatch(body -> body.needsBalances(plugins));
    }

    /** The SHA-256 of the canonical form. */
    public Hash hash() {
        return hash;
    }

    /** The canonical form. */
    public byte[] canonical() {
        return canonical.clone();
    }

    /** The canonical form as data, to be put into an act. */
    public Json.Obj json() {
        return json;
    }

    /** What the community calls itself. */
    public String name() {
        return sections.name();
    }

    /** The part for people, without force here; empty if there is none. */
    public String text() {
        return sections.text();
    }

    /** The assets, by code. */
    public Map<String, Asset> assets() {
        return sections.assets();
    }

    /** The accounts that the constitution opens, by name. */
    public Map<String, Account> accounts() {
        return sections.accounts();
    }

    /** How people become members. */
    public AdmissionPlan admission() {
        return sections.admission();
    }

    /** What holds for every member. */
    public Membership membership() {
        return sections.membership();
    }

    /** The roles that members can hold, by name. */
    public Map<String, Role> roles() {
        return sections.roles();
    }

    /** Where and how members may sign with passkeys. */
    public PasskeyRules passkeys() {
        return sections.passkeys();
    }

    /** The bodies, by name. */
    public Map<String, Body> bodies() {
        return sections.bodies();
    }

    /** The policies, in their order. */
    public List<Policy> policies() {
        return sections.policies();
    }

    /** The names of policies from the strictest on; empty if no order is stated. */
    public List<String> strictest() {
        return sections.strictest();
    }

    /** The clauses that one policy alone may change. */
    public List<Protection> protections() {
        return sections.protections();
    }

    /** The witnesses of the record, if any are named. */
    public Optional<Validators> validators() {
        return sections.validators();
    }

    /** Those who open sealed ballots, if any are named. */
    public Optional<Trustees> trustees() {
        return sections.trustees();
    }

    /** What is said about money beyond assets and accounts. */
    public TreasuryRules treasury() {
        return sections.treasury();
    }

    /** Finds an asset by its code. */
    public Optional<Asset> asset(String code) {
        return Optional.ofNullable(assets().get(code));
    }

    /** Finds an account that the constitution opens. */
    public Optional<Account> account(String name) {
        return Optional.ofNullable(accounts().get(name));
    }

    /** Finds a body by its name. */
    public Optional<Body> body(String name) {
        return Optional.ofNullable(bodies().get(name));
    }

    /** Finds a policy by its name. */
    public Optional<Policy> policy(String name) {
        return policies().stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Constitution constitution && constitution.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return name() + " " + hash;
    }
}
