package dev.retrial.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.judge.Judge;
import dev.retrial.judge.NoJudge;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneTest {

    private static final Background TOLD = new Background() {
        @Override
        public List<Instruction> instructions() {
            return List.of(new Instruction("prompt", "Be kind."));
        }

        @Override
        public List<String> accepted() {
            return List.of("Hello");
        }

        @Override
        public List<String> calibration(String file) {
            return List.of(file);
        }

        @Override
        public JsonNode result(String tool) {
            return IntNode.valueOf(tool.length());
        }
    };

    @Test
    void another_judge_changes_nothing_else_of_a_background() {
        Judge judge = NoJudge.INSTANCE;
        Background judged = TOLD.judgedBy(judge).judgedBy(judge);

        assertThat(judged.judge()).isSameAs(judge);
        assertThat(judged.instructions()).isEqualTo(TOLD.instructions());
        assertThat(judged.accepted()).containsExactly("Hello");
        assertThat(judged.calibration("a.json")).containsExactly("a.json");
        assertThat(judged.result("abc")).isEqualTo(IntNode.valueOf(3));
    }

    @Test
    void of_nothing_nothing_is_known() {
        assertThat(Background.NONE.judge()).isSameAs(NoJudge.INSTANCE);
        assertThat(Background.NONE.instructions()).isEmpty();
        assertThat(Background.NONE.result("x")).isNull();
        assertThatThrownBy(() -> Background.NONE.calibration("x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_scene_keeps_what_it_is_given_beside() {
        Catalogue catalogue = new Catalogue(
                true, Map.of(Catalogue.Group.TEAMS, Map.of("billing team", List.of("billing"))), Map.of());
        Scene scene = Scene.at(Instant.EPOCH).with(catalogue).with(TOLD);

        assertThat(scene.catalogue()).isSameAs(catalogue);
        assertThat(scene.background()).isSameAs(TOLD);
        assertThat(scene.now()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_catalogue_knows_every_name_of_a_group() {
        Catalogue catalogue = new Catalogue(
                true,
                Map.of(Catalogue.Group.TEAMS, Map.of("billing team", List.of("billing"))),
                Map.of("phone", List.of("hotline")));

        assertThat(catalogue.namesOf(Catalogue.Group.TEAMS)).containsExactly("billing team", "billing");
        assertThat(catalogue.namesOf(Catalogue.Group.LINKS)).isEmpty();
        assertThat(catalogue.absent()).containsEntry("phone", List.of("hotline"));
        assertThat(Catalogue.Group.TEAMS.key()).isEqualTo("teams");
    }

    @ParameterizedTest
    @CsvSource({
        "trace_id, trace_id, true",
        "trace_id, trace_ids, false",
        "trace_id, a_trace_id, false",
        "trace_*, trace_id, true",
        "trace_*, trace_, true",
        "trace_*, trac, false",
        "*_id, trace_id, true",
        "*_id, trace_ids, false",
        "t*_i*d, trace_id, true",
        "t*_x*d, trace_id, false",
        "*, anything, true"
    })
    void what_a_tool_ignores_may_be_a_pattern(String pattern, String argument, boolean ignored) {
        Tool tool = new Tool(
                "x", "", Effect.READ, null, List.of(), JsonNodeFactory.instance.objectNode(), List.of(pattern));

        assertThat(tool.ignores(argument)).isEqualTo(ignored);
    }
}
