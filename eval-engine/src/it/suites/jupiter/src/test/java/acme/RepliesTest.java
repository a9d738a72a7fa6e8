package acme;

import dev.retrial.jupiter.EvalTest;
import dev.retrial.jupiter.Cell;

class RepliesTest {
    @EvalTest("evals")
    void replies(Cell cell) {
        cell.replay(new ShopAgent());
    }

    @EvalTest("evals")
    void replays_nothing(Cell cell) {}
}
