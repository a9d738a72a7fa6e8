package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** However a number, an amount or a day is written in the three languages, it is read as the same; and as no other. */
@Tag("anywhere")
class NormalisationPropertiesTest {

    /** What stands for the amount; {@code 1,234.50} in each language's way. */
    enum Style {
        ENGLISH(',', '.'),
        GERMAN('.', ','),
        FRENCH('\u202F', ','),
        FRENCH_HARD_BLANK('\u00A0', ','),
        SWISS('\u2019', '.'),
        PLAIN('\0', '.'),
        PLAIN_COMMA('\0', ',');

        private final char grouping;
        private final char point;

        Style(char grouping, char point) {
            this.grouping = grouping;
            this.point = point;
        }

        String of(long cents, boolean withCents) {
            String whole = grouped(cents / 100);
            return withCents ? whole + point + String.format(Locale.ROOT, "%02d", cents % 100) : whole;
        }

        private String grouped(long number) {
            String digits = Long.toString(number);
            StringBuilder grouped = new StringBuilder();
            for (int i = 0; i < digits.length(); i++) {
                if (grouping != '\0' && i > 0 && (digits.length() - i) % 3 == 0) {
                    grouped.append(grouping);
                }
                grouped.append(digits.charAt(i));
            }
            return grouped.toString();
        }
    }

    private static final List<String> EUROS =
            List.of("\u20AC%s", "\u20AC %s", "%s \u20AC", "%s\u20AC", "%s EUR", "EUR %s", "%s\u00A0Euro", "%s euros");
    private static final List<String> DOLLARS = List.of("$%s", "US$%s", "%s USD", "USD %s", "%s dollars", "%s $");

    @Property
    void an_amount_is_said_in_whatever_way_it_is_written(
            @ForAll @LongRange(max = 99_999_999_99L) long cents,
            @ForAll Style one,
            @ForAll Style other,
            @ForAll("euros") String shape,
            @ForAll("euros") String otherShape) {
        String written = shape.formatted(one.of(cents, true));
        String said = "It comes to " + otherShape.formatted(other.of(cents, true)) + ", all told.";

        assertThat(Phrase.of(written).isIn(said)).as(written + " in " + said).isTrue();
    }

    @Property
    void an_amount_without_cents_is_the_one_with_none(
            @ForAll @LongRange(max = 99_999_999L) long units,
            @ForAll Style one,
            @ForAll Style other,
            @ForAll("unitBehind") String shape,
            @ForAll("unitBehind") String otherShape) {
        String written = shape.formatted(one.of(units * 100, false));
        String said = "It comes to " + otherShape.formatted(other.of(units * 100, true)) + ".";

        assertThat(Phrase.of(written).isIn(said)).as(written + " in " + said).isTrue();
    }

    @Property
    void no_other_amount_and_no_other_currency_is_said(
            @ForAll @LongRange(max = 99_999_99L) long cents,
            @ForAll @LongRange(max = 99_999_99L) long otherCents,
            @ForAll Style one,
            @ForAll Style other,
            @ForAll("euros") String shape,
            @ForAll("euros") String otherShape,
            @ForAll("dollars") String dollars) {
        Phrase phrase = Phrase.of(shape.formatted(one.of(cents, true)));

        assertThat(phrase.isIn("It is " + otherShape.formatted(other.of(otherCents, true)) + "!"))
                .isEqualTo(cents == otherCents);
        assertThat(phrase.isIn("It is " + dollars.formatted(other.of(cents, true)) + "!"))
                .isFalse();
    }

    @Property
    void a_number_that_the_jdk_formats_is_read_back(
            @ForAll @LongRange(max = 999_999_999_999L) long hundredths, @ForAll("languages") Locale language) {
        BigDecimal value = BigDecimal.valueOf(hundredths, 2);
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMinimumFractionDigits(2);

        assertThat(Figure.in("So " + format.format(value) + " it is"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualByComparingTo(value));
    }

    @Property
    void percentages_too(
            @ForAll @IntRange(max = 9_999) int tenths,
            @ForAll("percents") String shape,
            @ForAll("percents") String otherShape) {
        String english = tenths / 10 + "." + tenths % 10;
        String german = tenths / 10 + "," + tenths % 10;

        assertThat(Phrase.of(shape.formatted(english)).isIn("by " + otherShape.formatted(german) + " now"))
                .isTrue();
        assertThat(Phrase.of(shape.formatted(english)).isIn("by " + english + " \u20AC now"))
                .isFalse();
    }

    @Property
    void a_number_is_said_by_itself_and_by_no_longer_one(
            @ForAll @IntRange(max = 99_999) int number, @ForAll @IntRange(max = 99_999) int other) {
        assertThat(Phrase.of(Integer.toString(number)).isIn("between " + other + " and no end"))
                .isEqualTo(number == other);
    }

    /** Nobody knows whether {@code 1.234} is a version, a decimal or German; it is one thing always, and that is documented. */
    @Property
    void a_single_point_before_three_digits_is_a_decimal_one_where_no_money_is_counted(
            @ForAll @IntRange(min = 1, max = 999) int whole, @ForAll @IntRange(max = 999) int behind) {
        String written = whole + "." + String.format(Locale.ROOT, "%03d", behind);

        assertThat(Figure.in("about " + written + " of them"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualByComparingTo(written));
        assertThat(Figure.in("about " + written + " \u20AC of them"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualByComparingTo(written.replace(".", "")));
    }

    @Property
    void a_list_of_numbers_is_no_decimal(
            @ForAll @IntRange(max = 9) int first,
            @ForAll @IntRange(max = 9) int second,
            @ForAll @IntRange(max = 9) int third) {
        assertThat(Figure.in(first + "," + second + "," + third))
                .extracting(Figure::value)
                .containsExactly(BigDecimal.valueOf(first), BigDecimal.valueOf(second), BigDecimal.valueOf(third));
    }

    @Property
    void a_day_is_said_in_whatever_way_it_is_written(
            @ForAll("days") LocalDate day, @ForAll("dateShapes") DateShape one, @ForAll("dateShapes") DateShape other) {
        String written = one.of(day);
        String said = "Send it by " + other.of(day) + ", please.";

        assertThat(Phrase.of(written).isIn(said)).as(written + " in " + said).isTrue();
    }

    @Property
    void no_other_day_is_said(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 800) int later,
            @ForAll("dateShapes") DateShape one,
            @ForAll("dateShapes") DateShape other) {
        assertThat(Phrase.of(one.of(day)).isIn("Send it by " + other.of(day.plusDays(later)) + ", please."))
                .isFalse();
    }

    @Property
    void a_day_without_its_year_is_said_by_that_day_of_any_year(
            @ForAll("days") LocalDate day, @ForAll("dateShapes") DateShape shape) {
        String withoutYear =
                DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).format(day);

        assertThat(Phrase.of(withoutYear).isIn(shape.of(day))).isTrue();
        assertThat(Phrase.of(withoutYear).isIn(shape.of(day.plusDays(1)))).isFalse();
    }

    @Property
    void a_month_of_a_year_is_said_by_its_days(
            @ForAll("days") LocalDate day,
            @ForAll("languages") Locale language,
            @ForAll("dateShapes") DateShape shape) {
        String month = DateTimeFormatter.ofPattern("MMMM yyyy", language).format(day);

        assertThat(Phrase.of(month).isIn(shape.of(day))).as(month).isTrue();
        assertThat(Phrase.of(month).isIn(shape.of(day.plusMonths(1)))).isFalse();
    }

    @Property
    void a_day_is_said_by_an_instant_of_it(@ForAll("days") LocalDate day, @ForAll("dateShapes") DateShape shape) {
        assertThat(Phrase.of(shape.of(day)).isIn("delivered_on: " + day + "T09:15:00Z"))
                .isTrue();
    }

    /** 03/02/2026 is the second of March here and the third of February there: it is neither, and says only itself. */
    @Property
    void a_day_in_figures_that_may_be_two_is_left_alone(
            @ForAll("days") LocalDate day, @ForAll("dateShapes") DateShape shape) {
        String slashes = DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day);

        assertThat(Phrase.of(slashes).isIn("on " + shape.of(day))).isFalse();
        assertThat(Phrase.of(slashes).isIn("on " + slashes + ".")).isTrue();
    }

    /** How a day may be written. */
    record DateShape(String pattern, Locale language) {

        String of(LocalDate day) {
            String written = DateTimeFormatter.ofPattern(pattern, language).format(day);
            return written.replace("#", ordinal(day.getDayOfMonth()));
        }

        private static String ordinal(int day) {
            if (day >= 11 && day <= 13) {
                return "th";
            }
            return switch (day % 10) {
                case 1 -> "st";
                case 2 -> "nd";
                case 3 -> "rd";
                default -> "th";
            };
        }
    }

    @Provide
    Arbitrary<DateShape> dateShapes() {
        return Arbitraries.of(
                new DateShape("yyyy-MM-dd", Locale.ROOT),
                new DateShape("yyyy/MM/dd", Locale.ROOT),
                new DateShape("d MMMM yyyy", Locale.ENGLISH),
                new DateShape("d'#' 'of' MMMM yyyy", Locale.ENGLISH),
                new DateShape("MMMM d'#', yyyy", Locale.ENGLISH),
                new DateShape("MMMM d, yyyy", Locale.ENGLISH),
                new DateShape("MMM d, yyyy", Locale.ENGLISH),
                new DateShape("d. MMMM yyyy", Locale.GERMAN),
                new DateShape("dd. MMMM yyyy", Locale.GERMAN),
                new DateShape("d MMMM yyyy", Locale.FRENCH));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 40_000)
                .map(after -> YearMonth.of(1990, 1).atDay(1).plusDays(after));
    }

    @Provide
    Arbitrary<Locale> languages() {
        return Arbitraries.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);
    }

    @Provide
    Arbitrary<String> euros() {
        return Arbitraries.of(EUROS);
    }

    @Provide
    Arbitrary<String> dollars() {
        return Arbitraries.of(DOLLARS);
    }

    @Provide
    Arbitrary<String> unitBehind() {
        return Arbitraries.of("%s \u20AC", "%s\u20AC", "%s EUR", "%s euros");
    }

    @Provide
    Arbitrary<String> percents() {
        return Arbitraries.of("%s%%", "%s %%", "%s\u00A0%%", "%s percent");
    }
}
