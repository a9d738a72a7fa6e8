package dev.retrial.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RefTableTest {

    @Property(tries = 200)
    void it_is_a_map(@ForAll @Size(max = 200) Map<String, Long> numbers) {
        RefTable table = new RefTable();

        numbers.forEach((reference, number) -> table.put(reference, number + 1));
        numbers.forEach(table::put);

        assertThat(table.size()).isEqualTo(numbers.size());
        numbers.forEach((reference, number) -> {
            assertThat(table.has(reference)).isTrue();
            assertThat(table.get(reference)).isEqualTo(number);
        });
        assertThat(table.has("hmac:none of them, whatever they are")).isFalse();
    }

    @Test
    void it_grows_with_what_is_put_in() {
        RefTable table = new RefTable();
        for (int i = 0; i < 100_000; i++) {
            table.put("hmac:" + Integer.toHexString(i), i);
        }

        assertThat(table.size()).isEqualTo(100_000);
        for (int i = 0; i < 100_000; i++) {
            assertThat(table.get("hmac:" + Integer.toHexString(i))).isEqualTo(i);
        }
    }
}
