package dev.retrial.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.gate.PassCount;
import dev.retrial.results.RunFingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineFileTest {

    @TempDir
    private Path directory;

    @Test
    void what_is_written_is_read() throws IOException {
        Path file = directory.resolve("evals/baseline.json");
        BaselineFile.write(file, baseline());

        assertThat(BaselineFile.read(file)).isEqualTo(baseline());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_baseline_is_replaced_whole() throws IOException {
        Path file = directory.resolve("baseline.json");
        BaselineFile.write(file, baseline());
        BaselineFile.write(file, baseline().anchored());

        assertThat(BaselineFile.read(file)).isEqualTo(baseline().anchored());
    }

    @Test
    void each_cell_has_a_line_so_that_a_diff_is_small() throws IOException {
        assertThat(BaselineFile.text(baseline())).isEqualTo("""
                {
                "format": 1,
                "suite": "acme.Test",
                "fingerprint": {
                  "model": "small",
                  "vocabulary": "1"
                },
                "guards": {
                  "rule:refund-window": "critical"
                },
                "runs": [
                  "a",
                  "b"
                ],
                "removed": {},
                "cells": {
                "outage": {
                  "developer": {"hash":"case=2","runs":"PP","anchor":"2/2"}
                },
                "refund": {
                  "developer": {"hash":"case=1","runs":"PF","anchor":"1/2","failed":["tools.never"]},
                  "enterprise": {"hash":"case=1","runs":"DP","anchor":"1/2"}
                }
                }
                }
                """);
    }

    @Test
    void what_was_removed_on_purpose_is_remembered_with_its_reason() throws IOException {
        Path file = directory.resolve("baseline.json");
        BaselineFile.write(
                file, baseline().without("refund [developer]", "the plan ended").without("outage", "moved"));

        Baseline read = BaselineFile.read(file);
        assertThat(read.cells()).containsOnlyKeys(new CellKey("refund", "enterprise"));
        assertThat(read.removed())
                .containsExactly(Map.entry("outage", "moved"), Map.entry("refund [developer]", "the plan ended"));
        assertThat(read.isRemoved(new CellKey("outage", "anybody"))).isTrue();
        assertThat(read.isRemoved(new CellKey("refund", "enterprise"))).isFalse();
    }

    @Test
    void a_format_of_tomorrow_is_refused_and_named() throws IOException {
        Path file = directory.resolve("baseline.json");
        Files.writeString(file, BaselineFile.text(baseline()).replace("\"format\": 1", "\"format\": 2"));

        assertThatThrownBy(() -> BaselineFile.read(file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("its format is 2, and this version reads 1");
    }

    @Test
    void what_is_not_there_cannot_be_removed() {
        assertThatThrownBy(() -> baseline().without("refunds", "typo"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no case or cell 'refunds'");
    }

    @Test
    void without_a_file_there_is_no_baseline() throws IOException {
        assertThat(BaselineFile.read(directory.resolve("none.json"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<<<<<<< ours",
                "{}",
                "{\"format\": 2}",
                "{\"format\": 1, \"suite\": \"a\", \"fingerprint\": {}, \"guards\": {}, \"removed\": {}, \"runs\": []}",
                "{\"format\": 1, \"suite\": \"a\", \"fingerprint\": {}, \"guards\": {}, \"removed\": {}, \"runs\": [], \"cells\": {}}\n>>>>>>> theirs",
                "{\"format\": 1, \"suite\": \"a\", \"fingerprint\": {}, \"guards\": {}, \"removed\": {}, \"runs\": [], \"cells\": {\"c\": {}, \"c\": {}}}",
                "{\"format\": 1, \"suite\": \"a\", \"fingerprint\": {}, \"guards\": {}, \"removed\": {}, \"runs\": [], \"cells\": {\"c\":"
                        + " {\"d\": {\"hash\": \"h\", \"runs\": \"PXP\", \"anchor\": \"1/1\"}}}}",
                "{\"format\": 1, \"suite\": \"a\", \"fingerprint\": {}, \"guards\": {}, \"removed\": {}, \"runs\": [], \"cells\": {\"c\":"
                        + " {\"d\": {\"hash\": \"h\", \"runs\": \"P\", \"anchor\": \"2/1\"}}}}",
            })
    void what_is_no_baseline_is_refused_and_not_taken_for_none(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("baseline.json"), text);

        assertThatThrownBy(() -> BaselineFile.read(file))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(file + " is no baseline: ");
    }

    private static Baseline baseline() {
        SortedMap<CellKey, CellHistory> cells = new TreeMap<>();
        cells.put(new CellKey("refund", "enterprise"), new CellHistory("case=1", "DP", new PassCount(1, 2), List.of()));
        cells.put(
                new CellKey("refund", "developer"),
                new CellHistory("case=1", "PF", new PassCount(1, 2), List.of("tools.never")));
        cells.put(new CellKey("outage", "developer"), new CellHistory("case=2", "PP", new PassCount(2, 2), List.of()));
        return new Baseline(
                "acme.Test",
                new RunFingerprint(new TreeMap<>(Map.of("model", "small", "vocabulary", "1"))),
                Map.of("rule:refund-window", "critical"),
                List.of("a", "b"),
                Map.of(),
                cells);
    }
}
