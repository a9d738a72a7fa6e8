package dev.retrial.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.gate.PassCount;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellHistoryTest {

    @Test
    void what_diverged_did_not_pass() {
        assertThat(new CellHistory("h", "PDFP", PassCount.NONE, List.of()).recent())
                .isEqualTo(new PassCount(2, 4));
    }

    @Test
    void what_failed_last_is_remembered_while_the_cell_passes() {
        CellHistory failed = CellHistory.of("h").and('F', List.of("tools.never"));

        assertThat(failed.and('P', List.of()).failed()).containsExactly("tools.never");
        assertThat(failed.and('F', List.of("reply.says")).failed()).containsExactly("reply.says");
    }
}
