// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.platform.data.Sql;

/** The endpoints and what they are still to be told, in plain SQL. */
@ApplicationScoped
class WebhookStore {
    private final SealSecrets sealSecrets;
    private final Sql sql;

    WebhookStore(SealSecrets sealSecrets, AgroalDataSource database) {
        this.sealSecrets = sealSecrets;
        this.sql = new Sql(database);
    }

    @Transactional(TxType.MANDATORY)
    void insert(Webhook webhook) {
        sql.update(
                """
                insert into webhook (id, community, url, types, scheme, secret, state, reason, registered_at, next_at)
                values (?, ?, ?, ?, ?, ?, 'enabled', '', ?, ?)""",
                webhook.id(),
                webhook.community().hex(),
                webhook.url(),
                webhook.types().toArray(String[]::new),
                webhook.keys().scheme().word(),
                sealSecrets.seal(webhook.id(), webhook.keys().secret()),
                webhook.registeredAt(),
                webhook.registeredAt());
    }

    @Transactional(TxType.SUPPORTS)
    Optional<Webhook> one(String id) {
        return sql.first(WebhookRow.SELECT + "where w.id = ?", this::row, id);
    }

    /** The same endpoint as it is now, if nobody else has taken over. */
    @Transactional(TxType.SUPPORTS)
    Optional<Webhook> again(Webhook webhook) {
        return sql.first(
                WebhookRow.SELECT + "where w.id = ? and w.claim = ?", this::row, webhook.id(), webhook.claim());
    }

    /** How much each of these is still to be told. It reads all that waits: for an operator, and not for each message. */
    @Transactional(TxType.SUPPORTS)
    Map<String, Long> waiting(List<Webhook> webhooks) {
        var waiting = new HashMap<String, Long>();
        sql.each(
                "select webhook, count(*) from webhook_message where webhook = any(?) group by webhook",
                row -> Map.entry(row.getString(1), row.getLong(2)),
                counted -> waiting.put(counted.getKey(), counted.getValue()),
                (Object) webhooks.stream().map(Webhook::id).toArray(String[]::new));
        return waiting;
    }

    /** A page, in the order of registration. */
    @Transactional(TxType.SUPPORTS)
    List<Webhook> page(long after, int limit) {
        return sql.all(WebhookRow.SELECT + "where w.number > ? order by w.number limit ?", this::row, after, limit);
    }

    /** Forgets an endpoint and all that it was still to be told. */
    @Transactional(TxType.MANDATORY)
    boolean delete(String id) {
        return sql.update("delete from webhook where id = ?", id) > 0;
    }

    /** Until the transaction ends, nobody else gives it another secret. */
    @Transactional(TxType.MANDATORY)
    void lock(String id) {
        sql.first("select 1 from webhook where id = ? for update", _ -> true, id);
    }

    /** Gives it another secret. What it had goes on to sign until that moment, and what signs no more is forgotten. */
    @Transactional(TxType.MANDATORY)
    void rotate(String id, byte[] secret, Instant now, Instant until) {
        sql.update("delete from webhook_secret_before where webhook = ? and until <= ?", id, now);
        sql.update(
                "insert into webhook_secret_before (webhook, secret, until) select id, secret, ? from webhook where id = ?",
                until,
                id);
        sql.update("update webhook set secret = ? where id = ?", sealSecrets.seal(id, secret), id);
    }

    @Transactional(TxType.MANDATORY)
    void enable(String id, Instant now) {
        sql.update("""
                update webhook set state = 'enabled', reason = '', tries = 0, fault = '', next_at = ?, claim = claim + 1
                where id = ? and state = 'disabled'""", now, id);
    }

    /** Whether any endpoint wants to be told. */
    @Transactional(TxType.SUPPORTS)
    boolean want(String community, String type) {
        return sql.first(
                        "select 1 from webhook where community = ? and state = 'enabled' and ? = any(types)",
                        _ -> true,
                        community,
                        type)
                .isPresent();
    }

    /** Keeps something for every endpoint that wants to be told. */
    @Transactional(TxType.MANDATORY)
    void keep(String community, String type, String body) {
        sql.update("""
                insert into webhook_message (webhook, id, body)
                select id, 'msg_' || replace(gen_random_uuid()::text, '-', ''), ?
                from webhook where community = ? and state = 'enabled' and ? = any(types)""", body, community, type);
    }

    /** Takes the endpoint whose turn it is for a while, if nobody else is at it. */
    @Transactional(TxType.MANDATORY)
    Optional<Webhook> claim(Instant now, Instant until) {
        return sql.first("""
                        update webhook set claim = claim + 1, next_at = ? where id = (
                            select w.id from webhook w
                            where w.state = 'enabled' and w.next_at <= ?
                                and exists (select 1 from webhook_message m where m.webhook = w.id)
                            order by w.next_at limit 1 for update skip locked) returning id""", row -> row.getString(1), until, now).flatMap(this::one);
    }

    /** What an endpoint is to be told next. */
    @Transactional(TxType.SUPPORTS)
    Optional<Webhook.Message> next(Webhook webhook) {
        return sql.first(
                "select number, id, body from webhook_message where webhook = ? order by number limit 1",
                row -> new Webhook.Message(row.getLong(1), row.getString(2), row.getString(3)),
                webhook.id());
    }

    /** It was taken: what comes next may be told until that moment. False if somebody else has taken over. */
    @Transactional(TxType.MANDATORY)
    boolean taken(Webhook webhook, Webhook.Message message, Instant until) {
        return sql.update(
                                "update webhook set tries = 0, fault = '', next_at = ? where id = ? and claim = ?",
                                until,
                                webhook.id(),
                                webhook.claim())
                        > 0
                && sql.update(
                                "delete from webhook_message where webhook = ? and number = ?",
                                webhook.id(),
                                message.number())
                        > 0;
    }

    /** There is nothing more to tell. */
    @Transactional(TxType.MANDATORY)
    void idle(Webhook webhook, Instant now) {
        sql.update("update webhook set next_at = ? where id = ? and claim = ?", now, webhook.id(), webhook.claim());
    }

    /** It was not taken: it is tried again at that moment. */
    @Transactional(TxType.MANDATORY)
    void failed(Webhook webhook, int tries, String fault, Instant again) {
        sql.update(
                "update webhook set tries = ?, fault = ?, next_at = ? where id = ? and claim = ?",
                tries,
                fault,
                again,
                webhook.id(),
                webhook.claim());
    }

    /** It is told nothing any more. */
    @Transactional(TxType.MANDATORY)
    void disable(Webhook webhook, String reason) {
        sql.update(
                "update webhook set state = 'disabled', reason = ? where id = ? and claim = ?",
                reason,
                webhook.id(),
                webhook.claim());
    }

    private Webhook row(ResultSet row) throws SQLException {
        return WebhookRow.read(row, sealSecrets);
    }
}
