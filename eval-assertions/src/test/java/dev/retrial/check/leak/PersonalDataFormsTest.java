package dev.retrial.check.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The borders of each form: what just is one, and what just is none. */
class PersonalDataFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4222000000006",
                "4111000000000008",
                "4000000000000000006",
                "5100000000000008",
                "5500000000000004",
                "501800000009",
                "5018000000000000007",
                "5600000000002",
                "2200000000000004",
                "2720000000000005",
                "213100000000001",
                "6011000000000004",
                "630400000000",
                "6759000000000000005",
                "340000000000009",
                "370000000000002",
                "3530000000000003",
                "3530000000000000003",
                "30000000000004",
                "36000000000008",
                "3800000000000006",
                "39000000000005",
                "180000000000002"
            })
    void a_card_is_as_long_as_its_issuer_makes_it(String number) {
        assertThat(found("paid with " + number + ".")).contains("CARD " + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "422200000004",
                "42220000000004",
                "411100000000001",
                "41110000000000001",
                "510000000000003",
                "55000000000000004",
                "2199000000000007",
                "2721000000000004",
                "220000000000004",
                "2131000000000008",
                "3400000000000000",
                "37000000000007",
                "353000000000003",
                "3600000000004",
                "3800000000000",
                "3200000000000002",
                "1800000000000000",
                "180100000000000",
                "7000000000000005",
                "9000000000000001",
                "0000000000000000",
                "60110000001",
                "60110000000000000004"
            })
    void a_number_that_no_issuer_gives_out_is_no_card(String number) {
        assertThat(found("paid with " + number + ".")).noneMatch(datum -> datum.startsWith("CARD"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4111 1111 1111 1111        | true
            4111\u00A01111\u00A01111\u00A01111 | true
            4111-1111-1111-1111        | true
            3782 822463 10005          | true
            3056 930902 5904           | true
            411 11111 1111 1111        | false
            4111 11111 111 1111        | false
            4111  1111 1111 1111       | false
            4111.1111.1111.1111        | false
            41111111 11111111          | false
            4111 1111 1111 1111 5      | true
            12 4111 1111 1111 1111     | true
            4111 1111 1111 1111x       | false
            4111 1111 1111 1112        | false
            5018 0000 0009             | true
            5018 0000 0009 12          | true
            5018 0000 0009 1234        | false
            1234 5018 0000 0009        | false
            """)
    void a_card_is_grouped_as_cards_are(String written, boolean card) {
        assertThat(found("card " + written.replace("\\u00A0", "\u00A0")).stream()
                        .anyMatch(datum -> datum.startsWith("CARD")))
                .isEqualTo(card);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8.8.8.8            | true
            223.255.255.255    | true
            224.0.0.1          | false
            1.0.0.0            | true
            0.1.2.3            | false
            9.255.255.255      | true
            10.0.0.1           | false
            11.0.0.1           | true
            126.1.1.1          | true
            127.0.0.1          | false
            128.0.0.1          | true
            172.15.0.1         | true
            172.16.0.1         | false
            172.31.255.255     | false
            172.32.0.1         | true
            173.16.0.1         | true
            192.168.1.1        | false
            192.169.1.1        | true
            191.168.1.1        | true
            169.254.1.1        | false
            169.253.1.1        | true
            168.254.1.1        | true
            255.255.255.255    | false
            8.8.8.256          | false
            8.8.256.8          | false
            8.256.8.8          | false
            256.8.8.8          | false
            8.8.8.1000         | false
            8.8.8              | false
            8.8-8.8            | false
            8.8.8.8.8          | false
            8.8.8.8%           | false
            2001:db8:85a3:0:0:8a2e:370:7334 | true
            2606:4700::1111    | true
            2606:4700::        | true
            ::1                | false
            1::2               | false
            fe80::1:2:3:4      | false
            fc00::1:2:3:4      | false
            fd12::1:2:3:4      | false
            10:20:30:40        | false
            10:20:30           | false
            x2606:4700::1111   | false
            2606:4700::1111x   | false
            """)
    void an_address_is_of_the_public_internet(String address, boolean found) {
        assertThat(found("from " + address + " at noon").contains("IP " + address))
                .isEqualTo(found);
        assertThat(found(address).contains("IP " + address)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dana@example.com            | dana@example.com
            .dana@example.com           | dana@example.com
            d@x.co                      | d@x.co
            d.i_t%o+1-2&3~4@a-b.example | d.i_t%o+1-2&3~4@a-b.example
            dana@example.com.           | dana@example.com
            dana@example.com-           | dana@example.com
            dana@example.com-,          | dana@example.com
            (dana@example.com)          | dana@example.com
            d\u00E4na@b\u00FCcher.de    | d\u00E4na@b\u00FCcher.de
            dana@example.c              |
            dana@example                |
            dana@.com                   |
            dana.@example.com           |
            @example.com                |
            .@example.com               |
            dana@example.c0m            |
            dana@                       |
            """)
    void an_address_has_a_name_and_a_domain(String text, String address) {
        String wanted = address == null ? null : "EMAIL " + address;
        assertThat(found("write " + text + " now")).isEqualTo(wanted == null ? List.of() : List.of(wanted));
        assertThat(found(text)).isEqualTo(wanted == null ? List.of() : List.of(wanted));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            call 123 4567                    | 123 4567
            call 123 456                     |
            call 1234 5678 9012 345          | 1234 5678 9012 345
            call 1234 5678 9012 3457         |
            call on 2026-03-02               |
            call by 02.03.2026               |
            call before 31/12/1999           |
            call 3026-03-02 instead          | 3026-03-02
            call 02.03.3026 instead          | 02.03.3026
            call 1.234.567 people            |
            call 1.234.5678 please           | 1.234.5678
            call 012.345.678 please          | 012.345.678
            call about order 4155550132      |
            order line, phone 4155550132     | 4155550132
            416 60 039 office                | 416 60 039
            0044 20 7946 0958                | 0044 20 7946 0958
            +44 20 7946 0958                 | +44 20 7946 0958
            +44 20                           |
            (415 555 0132)                   | 415 555 0132
            (415) 555 0132                   | (415) 555 0132
            1-415-555-0132                   | 1-415-555-0132
            115-555-0132                     |
            415-555-0132x12                  | 415-555-0132x12
            415-555-0132x                    |
            415-555-01321                    |
            call 4155550132$                 |
            call #4155550132                 |
            call ref-4155550132              |
            call -4155550132                 | 4155550132
            +(44) 20 7946 0958               | +(44) 20 7946 0958
            call 41-55-55-01-32              | 41-55-55-01-32
            """)
    void a_telephone_number_is_told_by_its_form_or_a_word_beside_it(String text, String number) {
        assertThat(found(text)).isEqualTo(number == null ? List.of() : List.of("PHONE " + number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"416 60 039\noffice", "my order\n416 60 039"})
    void a_word_in_another_line_behind_it_tells_nothing(String text) {
        assertThat(found(text)).isEmpty();
    }

    private static List<String> found(String text) {
        return PersonalData.in(text).stream()
                .map(datum -> datum.type() + " " + datum.span().in(text))
                .toList();
    }
}
