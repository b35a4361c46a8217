// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.record.BouncyVerifier;
import org.folkmoot.record.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where webhooks go, how they are signed and when they are tried again. */
class WebhookRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void aSharedSecretSignsAsOtherProgramsDo() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(Scheme.V1.sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aKeySignsWhatItsPublicHalfChecks() {
        var seed = Scheme.V1A.make();
        var signature = Scheme.V1A.sign(seed, "msg_1", 7, "{}");

        assertThat(signature).startsWith("v1a,");
        assertThat(new BouncyVerifier()
                        .verify(
                                new SecretKey(seed).publicKey(),
                                "msg_1.7.{}".getBytes(UTF_8),
                                Base64.getDecoder().decode(signature.substring(4))))
                .isTrue();
        assertThat(Scheme.V1A.shared(seed)).isEmpty();
        assertThat(Scheme.V1A.open(seed).orElseThrow()).startsWith("whpk_").hasSize(49);
    }

    @Test
    void everySecretIsAnotherOf32Bytes() {
        var secrets = List.of(Scheme.V1.make(), Scheme.V1.make());

        assertThat(secrets.getFirst()).hasSize(32).isNotEqualTo(secrets.getLast());
        assertThat(Scheme.V1.shared(secrets.getFirst()).orElseThrow()).startsWith("whsec_");
    }

    @Test
    void anOldSecretSignsUntilItsMomentAndThenNoMore() {
        var keys = new Webhook.Keys(Scheme.V1, new byte[32], List.of(new Webhook.Old(new byte[] {1}, NOW)));

        assertThat(keys.sign("a", 1, "{}", NOW.minusMillis(1)).split(" ")).hasSize(2);
        assertThat(keys.sign("a", 1, "{}", NOW).split(" ")).hasSize(1);
        assertThat(keys.sign("a", 1, "{}", NOW)).isEqualTo(Scheme.V1.sign(new byte[32], "a", 1, "{}"));
    }

    @Test
    void tenSecretsSignAtOnceAndNoMore() {
        var old = IntStream.rangeClosed(1, 9)
                .mapToObj(place -> new Webhook.Old(new byte[] {1}, NOW.plusSeconds(place)))
                .toList();
        var full = new Webhook.Keys(Scheme.V1, new byte[32], old);
        var one = new Webhook.Keys(Scheme.V1, new byte[32], old.subList(0, 8));

        assertThat(full.sign("a", 1, "{}", NOW).split(" ")).hasSize(10);
        assertThat(full.full(NOW)).contains(NOW.plusSeconds(1));
        assertThat(full.full(NOW.plusSeconds(1))).isEmpty();
        assertThat(one.full(NOW)).isEmpty();
    }

    @Test
    void pausesGrowWithUpToAFifthMoreAndEnd() {
        var retries = new Retries(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)));

        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            assertThat(retries.after(1, Duration.ZERO, random).orElseThrow())
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
            assertThat(retries.after(2, Duration.ZERO, random).orElseThrow())
                    .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
            assertThat(retries.after(3, Duration.ZERO, random)).isEmpty();
        }
    }

    @Test
    void whoAsksToBeLeftAloneIsForADayAtMost() {
        var retries = new Retries(List.of(Duration.ofSeconds(5)));

        assertThat(retries.after(1, Duration.ofHours(3), new Random(1))).contains(Duration.ofHours(3));
        assertThat(retries.after(1, Duration.ofDays(30), new Random(1))).contains(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1"
            })
    void theseAddressesAreNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2600::1",
                "2a00:1450::1",
                "2001:200::1"
            })
    void theseArePublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/x",
                "ftp://example.org/x",
                "https:///x",
                "https:x",
                "not an address",
                "/x",
                "https://user:word@example.org/",
                "https://example.org/#x",
                "https://example.org:0/",
                "https://example.org:65536/",
                "file:///etc/passwd"
            })
    void theseAreNotRegistered(String url) {
        assertThat(destination(false, false).fault(url)).isPresent();
    }

    @Test
    void whatIsNotPublicIsNotCalledUnlessTheOperatorAllowsIt() {
        var local = URI.create("https://127.0.0.1/x");

        assertThat(destination(false, false).faultNow(local)).isPresent();
        assertThat(destination(false, false).faultNow(URI.create("https://[::1]:8443/x")))
                .isPresent();
        assertThat(destination(false, true).faultNow(local)).isEmpty();
        assertThat(destination(true, false).fault("http://127.0.0.1:8080/x")).isEmpty();
        assertThat(destination(false, false).fault("https://example.org:8443/x?y=1"))
                .isEmpty();
    }

    private static Destination destination(boolean plainHttp, boolean privateAddresses) {
        return new Destination(new Settings(plainHttp, privateAddresses));
    }

    private record Settings(boolean plainHttp, boolean privateAddresses) implements WebhookSettings {
        @Override
        public Optional<Path> keyFile() {
            return Optional.empty();
        }

        @Override
        public String every() {
            return "1s";
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public Duration oldSecret() {
            return Duration.ofDays(1);
        }

        @Override
        public List<Duration> pauses() {
            return List.of();
        }
    }
}
