// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.cli.house.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocsTest {
    private static final Path HOME = Home.find();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern FOLDER = Pattern.compile("(?:^|, )([a-z0-9][a-z0-9-]*(?:/[a-z0-9-]+)*/?)");

    static List<Path> documents() throws IOException {
        try (var files = Files.walk(HOME)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(HOME::relativize)
                    .filter(file -> Stream.of("target", "data", ".git").noneMatch(each -> has(file, each)))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFile(Path document) throws IOException {
        var text = FENCED.matcher(Files.readString(HOME.resolve(document))).replaceAll("");

        var dead = LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains(":"))
                .filter(link -> !Files.exists(HOME.resolve(document).resolveSibling(link)))
                .toList();

        assertThat(dead).isEmpty();
    }

    @Test
    void theMapNamesWhatIsThere() throws IOException {
        var missing = new java.util.ArrayList<String>();
        var parent = Path.of("");
        for (var line : map().lines().toList()) {
            var inside = line.startsWith("  ");
            for (var name : names(line)) {
                var path = inside ? parent.resolve(name) : Path.of(name);
                if (!Files.exists(HOME.resolve(path))) missing.add(path.toString());
                if (!inside) parent = path;
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void theMapNamesEveryModule() throws IOException {
        var modules =
                Pattern.compile("<module>(?:.*/)?(.+)</module>").matcher(Files.readString(HOME.resolve("pom.xml")));

        assertThat(modules.results().map(module -> module.group(1)).filter(name -> !name.equals("acme-policy")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(map()).contains(name));
    }

    /** The block under "The house". */
    private static String map() throws IOException {
        var readme = Files.readString(HOME.resolve("README.md"));
        var house = readme.substring(readme.indexOf("## The house"));
        var begin = house.indexOf("```\n") + 4;
        return house.substring(begin, house.indexOf("```", begin));
    }

    /** The names before the description, which is two spaces or more away. */
    private static List<String> names(String line) {
        var left = line.strip().split(" {2,}", -1)[0];
        return FOLDER.matcher(left).results().map(name -> name.group(1)).toList();
    }

    private static boolean has(Path file, String folder) {
        return Stream.of(file)
                .flatMap(path -> Stream.iterate(path, each -> each != null, Path::getParent))
                .anyMatch(each -> each.endsWith(folder));
    }
}
