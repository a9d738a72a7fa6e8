package dev.retrial.suite;

import dev.retrial.check.BoundedCheck;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.YamlNode;
import java.util.List;

/** Finds inner bounds that are looser than outer ones. All layers must hold, so such a bound does nothing, which nobody means. */
final class Bounds {

    private Bounds() {}

    /**
     * Reports a bound that does nothing.
     *
     * @param whose where the outer checks come from, such as {@code the suite}
     * @param remedy what else can be done than to remove it; may be empty
     * @return whether there was something to report
     */
    static boolean complain(
            BoundedCheck inner,
            YamlNode place,
            List<ScopedCheck> outer,
            String whose,
            String remedy,
            Complaints complaints) {
        for (int i = 0; i < outer.size(); i++) {
            ScopedCheck other = outer.get(i);
            if (other.check().name().equals(inner.name()) && inner.looserThan(other.check())) {
                complaints.at(
                        place,
                        "this bound is looser than '" + inner.name() + "' of " + whose
                                + ", which holds as well, so it does nothing: remove it" + remedy);
                return true;
            }
        }
        return false;
    }
}
