// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFormatTest {
    @ParameterizedTest
    @CsvSource({"json, true", "text, false"})
    void theEnvironmentChoosesTheFormat(String format, boolean json) throws IOException {
        assertThat(jsonEnabled(Map.of("FOLKMOOT_LOG", format))).isEqualTo(json);
    }

    @Test
    void withoutAChoiceTheLogIsForPeople() throws IOException {
        assertThat(jsonEnabled(Map.of())).isFalse();
    }

    private static boolean jsonEnabled(Map<String, String> environment) throws IOException {
        URL defaults = LogFormatTest.class.getResource("/META-INF/microprofile-config.properties");
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(defaults), new PropertiesConfigSource(environment, "env", 300))
                .build();
        return config.getValue("quarkus.log.console.json.enabled", Boolean.class);
    }
}
