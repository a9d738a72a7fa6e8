package dev.retrial.check.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.text.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EMAIL | dana@example.com         | Write to dana@example.com.
            EMAIL | dana+new@shop.example    | <dana+new@shop.example>
            CARD  | 4111 1111 1111 1111      | Card 4111 1111 1111 1111 12/27
            CARD  | 4111-1111-1111-1111      | 4111-1111-1111-1111,
            CARD  | 378282246310005          | Amex 378282246310005
            CARD  | 3782 822463 10005        | Amex 3782 822463 10005
            IBAN  | DE89370400440532013000   | to DE89370400440532013000
            IBAN  | gb82 west 1234 5698 7654 32 | to gb82 west 1234 5698 7654 32 please
            IP    | 86.121.97.248            | from 86.121.97.248.
            IP    | 2001:db8:85a3::8a2e:370:7334 | from 2001:db8:85a3::8a2e:370:7334.
            SSN   | 460-89-9847              | SSN 460-89-9847
            SSN   | 460 89 9847              | Social security 460 89 9847
            PHONE | +1 415 555 0132          | Ring +1 415 555 0132 (24/7)
            PHONE | +49 (0)30 901820         | +49 (0)30 901820
            PHONE | (415) 555-0132           | Try (415) 555-0132
            PHONE | 415.555.0132x4587        | 415.555.0132x4587
            PHONE | 001-518-640-0854         | 001-518-640-0854 it is
            PHONE | 07400 123456             | Leave it with 07400 123456
            PHONE | 01 84 17 61 18           | au 01 84 17 61 18
            PHONE | 467 3395                 | My phone is 467 3395
            PHONE | 416 60 039               | 416 60 039 office
            PHONE | 467 3395                 | On 2026-03-02 my phone was 467 3395
            PHONE | +49 30 901820            | since 2026-03-02 (+49 30 901820)
            IP    | 86.121.97.248            | 2 days ago (86.121.97.248)
            IP    | 86.121.97.248            | at 12:30 (86.121.97.248)
            IP    | 86.121.97.248            | 86.121.97.248 - 12 requests
            IP    | 86.121.97.248            | 2026-03-02 86.121.97.248 200 1043
            PHONE | +32 2.213.12.13          | call +32 2.213.12.13
            IP    | 2001:db8::17             | remote: 2001:db8::17
            """)
    void finds(String type, String value, String text) {

        int start = text.indexOf(value);
        assertThat(PersonalData.in(text))
                .containsExactly(
                        new PersonalDatum(PersonalDatum.Type.valueOf(type), new Span(start, start + value.length())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order 4111111111111112 of 2026-03-02 10:15:00",
                "Your order number is 4155550132.",
                "Invoice 2026-000123-77 over 1.234.567 EUR",
                "It takes 10-15 days, from 09:00 to 17:00, until 31.12.2026.",
                "Version 12.4.2.110 is out; open 192.168.1.1 or 127.0.0.1",
                "Ticket A-1042-5550132 and SKU 123-45-678",
                "Call the function f(1, 2) at 10:15:30",
                "Install @retrial/core@1.2.3 or ping @dana",
                "Tracking 1Z999AA10123456784 and 00340434161094042557",
                "See https://example.com/orders/4155550132?n=4155550133",
                "The time is 12:30:45, the ratio 3:4",
                "GB12 3456 is a postcode, DE00370400440532013000 no IBAN",
                "Numbers 000-12-3456, 666-12-3456 and 900-12-3456",
                "I can tell you that 1234567 people agree",
            })
    void finds_nothing_in(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }

    @Test
    void finds_each_of_several() {
        assertThat(PersonalData.in("4111 1111 1111 1111 5500 0000 0000 0004, a@b.example or +44 20 7946 0958"))
                .extracting(PersonalDatum::type)
                .containsExactly(
                        PersonalDatum.Type.CARD,
                        PersonalDatum.Type.CARD,
                        PersonalDatum.Type.EMAIL,
                        PersonalDatum.Type.PHONE);
    }

    @Test
    void finds_the_same_wherever_the_machine_is() {
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("tr", "de", "ja", "ar")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(PersonalData.in("MOBILE 467 3395, IBAN gb82west12345698765432"))
                        .extracting(PersonalDatum::type)
                        .containsExactly(PersonalDatum.Type.PHONE, PersonalDatum.Type.IBAN);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "1",
                "@",
                "a@",
                "@.",
                ":",
                "a:",
                "::",
                "DE89",
                "DE89 3704 ",
                "4111 1111 1111 1111 ",
                "(1",
                "+1 ",
                "+49 30 901820 ",
                "call 1",
                "+",
                "a@b.c ",
                "1.",
                "x@y.zz,",
                "0123 456789, "
            })
    @Tag("large")
    void megabytes_of_anything_take_a_moment(String piece) {
        String text = piece.repeat(2_000_000 / piece.length());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();

        PersonalData.in(text);

        assertThat((threads.getCurrentThreadCpuTime() - start) / 1_000_000)
                .as("milliseconds of CPU")
                .isLessThan(10_000);
    }
}
