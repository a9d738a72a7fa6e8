package dev.retrial.text;

/** The names of months. */
final class Months {

    private Months() {}

    /** The month of this name in lower case, from 1, or 0. */
    static int ofName(String name) {
        return switch (name) {
            case "january" -> 1;
            case "february" -> 2;
            case "march" -> 3;
            case "april" -> 4;
            case "may" -> 5;
            case "june" -> 6;
            case "july" -> 7;
            case "august" -> 8;
            case "september" -> 9;
            case "october" -> 10;
            case "november" -> 11;
            case "december" -> 12;
            default -> 0;
        };
    }

    /** The month of this name or abbreviation in lower case, from 1, or 0. */
    static int ofNameOrAbbreviation(String name) {
        return switch (name) {
            case "jan" -> 1;
            case "feb" -> 2;
            case "mar" -> 3;
            case "apr" -> 4;
            case "jun" -> 6;
            case "jul" -> 7;
            case "aug" -> 8;
            case "sep", "sept" -> 9;
            case "oct" -> 10;
            case "nov" -> 11;
            case "dec" -> 12;
            default -> ofName(name);
        };
    }
}
