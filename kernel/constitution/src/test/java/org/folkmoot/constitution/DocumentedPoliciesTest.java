// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.constitution.course.Judge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every policy on the page about policies is one. */
class DocumentedPoliciesTest {
    private static final Path PAGE = Path.of("../../docs/policies.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");
    private static final String AROUND = """
            folkmoot: 1
            name: Documented
            assets: { SKR: { scale: 2 } }
            admission: { model: open }
            bodies:
              citizens: { who: "true", power: equal }
              holders: { who: "true", power: equal }
              council: { who: "'elder' in member.roles", power: equal }
            policies:
            """;

    static Stream<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE)).results().map(DocumentedPoliciesTest::policy);
    }

    private static String policy(MatchResult block) {
        return block.group(1).indent(2);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isRead(String policy) {
        var constitution = Constitution.read((AROUND + policy).getBytes(UTF_8));

        assertThat(Judge.of(constitution.policies().getFirst(), Samples.PLUGINS).policy())
                .isEqualTo(constitution.policies().getFirst());
    }
}
