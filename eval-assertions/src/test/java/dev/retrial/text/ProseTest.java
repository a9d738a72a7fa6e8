package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

    /** A point stands for each sign that was taken out. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '\u0001', textBlock = """
            No code.                 # No code.                 # 0
            Run `ls -l` now          # Run ... ... now          # 0
            Run ``a ` b`` now        # Run ... . ... now        # 0
            One ` alone              # One ` alone              # 0
            `a` and `b`              # ... and ...              # 0
            `a`` b                   # `a`` b                   # 0
            `a`` b`` c`              # .... ... ..              # 0
            `a/b`                    # `a/b`                    # 0
            Hi/```/a `b`/```/Bye     # Hi/.../. .../.../Bye     # 1
            Hi/```java/a/```/Bye     # Hi/......././.../Bye     # 1
            Hi/~~~/a/~~~             # Hi/..././...             # 1
            Hi/~~~ ~/a/~~~           # Hi/... ././...           # 1
            ```/a/````/b             # ..././..../b             # 1
            ````/a/```/b             # ...././.../.             # 1
            ```/a/~~~/b              # ..././.../.              # 1
            ```/a                    # .../.                    # 1
            a/  ```/a/  ```/b        # a/  ..././  .../b        # 1
            ```a``` b                # ....... b                # 0
            ~~~/a/~~~/b/```/c/```/d  # ..././.../b/..././.../d  # 2
            ~~ a/b                   # ~~ a/b                   # 0
            `` a/b `c`               # `` a/b ...               # 0
            """)
    void code_is_taken_out_and_offsets_stay(String markdown, String prose, int blocks) {
        Prose read = Prose.of(markdown.replace('/', '\n'));

        assertThat(shown(markdown, read.text())).isEqualTo(prose);
        assertThat(read.codeBlocks()).isEqualTo(blocks);
    }

    @Test
    void code_within_a_line_ends_within_reach() {
        assertThat(Prose.of("`" + "x".repeat(190) + "`").text()).isBlank();
        assertThat(Prose.of("`" + "x".repeat(250) + "`").text())
                .startsWith("`xx")
                .endsWith("x`");
    }

    private static String shown(String markdown, String prose) {
        assertThat(prose).hasSameSizeAs(markdown);
        StringBuilder shown = new StringBuilder(prose);
        for (int i = 0; i < shown.length(); i++) {
            if (prose.charAt(i) == ' ' && markdown.charAt(i) != ' ') {
                shown.setCharAt(i, '.');
            }
        }
        return shown.toString().replace('\n', '/');
    }
}
