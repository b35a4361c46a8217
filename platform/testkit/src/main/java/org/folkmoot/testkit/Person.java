// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SecretKey;

/** Somebody who can sign each kind of act, in any community. */
public record Person(SecretKey key) {

    /** The person of this name, with the same key in every run. */
    public static Person named(String name) {
        return new Person(Keys.of(name));
    }

    /** That many different people. */
    public static List<Person> many(String name, int count) {
        return Keys.many(name, count).stream().map(Person::new).toList();
    }

    /** The public half of the key. */
    public PublicKey publicKey() {
        return key.publicKey();
    }

    /** The public key as communities write it. */
    public String did() {
        return publicKey().did();
    }

    /** Who the person is in this community. */
    public Hash in(Hash community) {
        return MemberIds.of(community, publicKey());
    }

    /** Starts any act; it is about the community itself until {@link Saying#about} says otherwise. */
    public Saying says(Hash community, String type) {
        return Saying.of(key, community, type);
    }

    /** Founds a community; the id of the act is the id of the community. */
    public Envelope found(String name, Map<String, ?> constitution, Person... others) {
        var founders = Stream.concat(Stream.of(this), Stream.of(others))
                .map(Person::did)
                .toList();
        return says(Hash.ZERO, "community.found/1")
                .with("constitution", constitution)
                .with("founders", founders)
                .with("name", name)
                .sign();
    }

    /** Adds one member. */
    public Envelope add(Hash community, Person newcomer) {
        return says(community, "member.add/1").with("key", newcomer.did()).sign();
    }

    /** Adds many members: the whole body of the request, first the act and then a line for each. */
    public byte[] register(Hash community, List<Person> newcomers) {
        var lines = newcomers.stream()
                .map(newcomer -> "{\"key\":\"" + newcomer.did() + "\"}\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        var act = says(community, "member.register/1")
                .with("count", newcomers.size())
                .with("roll", Hash.of(lines).hex())
                .sign();
        return Bytes.join(act.json(), Bytes.NEWLINE, lines);
    }

    /** Drafts a proposal; the id of the act is the id of the proposal. */
    public Envelope draft(Hash community, String title, String text, List<? extends Map<String, ?>> actions) {
        return drafting(community, title, text, actions).sign();
    }

    /** Drafts a proposal that lets voters choose among options. */
    public Envelope draft(
            Hash community, String title, String text, List<? extends Map<String, ?>> actions, List<String> options) {
        return drafting(community, title, text, actions)
                .with("options", options)
                .sign();
    }

    /** Submits a proposal, having seen the membership at this position. */
    public Envelope submit(Hash community, Hash proposal, long after) {
        return says(community, "proposal.submit/1")
                .about(proposal)
                .with("after", after)
                .sign();
    }

    /** Cancels a proposal. */
    public Envelope cancel(Hash community, Hash proposal, String reason) {
        return says(community, "proposal.cancel/1")
                .about(proposal)
                .with("reason", reason)
                .sign();
    }

    /** Asks for a failed enactment to be tried again. */
    public Envelope retry(Hash community, Hash proposal) {
        return says(community, "proposal.retry/1").about(proposal).sign();
    }

    /** Casts a ballot. */
    public Envelope cast(Hash community, Hash poll, Object choice) {
        return says(community, "ballot.cast/1")
                .about(poll)
                .with("choice", choice)
                .sign();
    }

    private Saying drafting(Hash community, String title, String text, List<? extends Map<String, ?>> actions) {
        return says(community, "proposal.draft/1")
                .with("actions", actions)
                .with("text", text)
                .with("title", title);
    }
}
